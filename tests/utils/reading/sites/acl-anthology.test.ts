// @vitest-environment happy-dom
import { aclAnthology } from '@/utils/reading/sites/acl-anthology';
import { describeSite } from './describe-site';

describeSite(aclAnthology);
