import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '@/utils/text/decode';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : [...part])));
const utf16 = (text: string, bigEndian = false) =>
  Uint8Array.from(
    [...Array(text.length).keys()].flatMap((at) => {
      const [high, low] = [text.charCodeAt(at) >> 8, text.charCodeAt(at) & 255];
      return bigEndian ? [high, low] : [low, high];
    }),
  );

describe('the encoding is read off the bytes', () => {
  test.each([
    ['ASCII', bytes('@article{a, year = 2020}'), '@article{a, year = 2020}', 'utf-8', undefined],
    ['UTF-8', utf8('Müller, 张三'), 'Müller, 张三', 'utf-8', undefined],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], 'TY  - JOUR'), 'TY  - JOUR', 'utf-8', undefined],
    ['UTF-16LE with a mark', bytes([0xff, 0xfe], [...utf16('ab 张')]), 'ab 张', 'utf-16le', undefined],
    ['UTF-16BE with a mark', bytes([0xfe, 0xff], [...utf16('ab 张', true)]), 'ab 张', 'utf-16be', undefined],
    ['UTF-16LE without one', utf16('@book{a, title = {Ł}}'), '@book{a, title = {Ł}}', 'utf-16le', undefined],
    [
      'UTF-16BE without one',
      utf16('@book{a, title = {Ł}}', true),
      '@book{a, title = {Ł}}',
      'utf-16be',
      undefined,
    ],
    [
      'a declaration',
      bytes('% Encoding: windows-1251\n', [0xcf, 0xf3, 0xf8]),
      '% Encoding: windows-1251\nПуш',
      'windows-1251',
      undefined,
    ],
    [
      'a declaration that is not true',
      bytes('% Encoding: UTF-8\nM', [0xfc], 'ller'),
      '% Encoding: UTF-8\nMüller',
      'windows-1252',
      true,
    ],
    [
      'a declaration of nothing known',
      bytes('% Encoding: klingon\n', [0xe9]),
      '% Encoding: klingon\né',
      'windows-1252',
      true,
    ],
    [
      'Western letters',
      bytes('Fran', [0xe7], 'ois M', [0xfc], 'ller'),
      'François Müller',
      'windows-1252',
      true,
    ],
    [
      'Western letters beside each other',
      bytes('na', [0xef], 've, cr', [0xe9, 0xe9], 'e, ', [0xab], ' no', [0xeb], 'l ', [0xbb]),
      'naïve, créée, « noël »',
      'windows-1252',
      true,
    ],
    ['GBK', bytes('{', [0xb2, 0xe2, 0xca, 0xd4, 0xc6, 0xda, 0xbf, 0xaf], '}'), '{测试期刊}', 'gb18030', true],
    [
      'UTF-8 with one broken letter',
      bytes('Łukasz Müller, 张三, é', [0xe9], ' x'),
      'Łukasz Müller, 张三, é� x',
      'utf-8',
      true,
    ],
    [
      'a declared encoding with one broken letter',
      bytes('<meta charset="shift_jis">', ...Array(20).fill([0x96, 0x7b]), [0xff]),
      `<meta charset="shift_jis">${'本'.repeat(20)}�`,
      'shift_jis',
      true,
    ],
    [
      'seven bits that are declared',
      bytes('<meta charset="iso-2022-jp">', [0x1b, 0x24, 0x42, 0x4b, 0x5c, 0x1b, 0x28, 0x42]),
      '<meta charset="iso-2022-jp">本',
      'iso-2022-jp',
      undefined,
    ],
    [
      'a page that names its language only',
      bytes('<html lang="ru">', [0xcf, 0xf3, 0xf8]),
      '<html lang="ru">Пуш',
      'windows-1251',
      true,
    ],
    [
      'a page in a Western language',
      bytes('<html lang="fr-CA">l', [0xe9, 0x74, 0xe9]),
      '<html lang="fr-CA">lété',
      'windows-1252',
      true,
    ],
    ['nothing', bytes(), '', 'utf-8', undefined],
  ])('%s', (_, file, text, encoding, guessed) => {
    expect(decode(file)).toEqual({ text, encoding, ...(guessed && { guessed }) });
  });

  test('a person knows better', () => {
    const file = bytes([0xcf, 0xf3, 0xf8]);
    expect(decode(file).text).not.toBe('Пуш');
    expect(decode(file, 'windows-1251')).toEqual({ text: 'Пуш', encoding: 'windows-1251', guessed: true });
    expect(decode(utf8('é'), 'windows-1251').text).toBe('é');
  });

  test('byte-order marks at the beginning of lines go, others stay', () => {
    const file = utf8('\uFEFF@a{}\n\uFEFF@b{x\uFEFFy}\r\n\uFEFF\uFEFF@c{}');
    expect(decode(file).text).toBe('@a{}\n@b{x\uFEFFy}\r\n@c{}');
  });
});

test('any text survives in UTF-8, and any bytes give a text', () => {
  const words = fc.string({ unit: 'grapheme' }).filter((text) => !/[\uFEFF\0]/.test(text));
  fc.assert(fc.property(words, (text) => decode(utf8(text)).text === text));
  fc.assert(fc.property(fc.uint8Array(), (file) => typeof decode(file).text === 'string'));
});
