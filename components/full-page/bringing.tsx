import { useEffect, useState } from 'preact/hooks';
import { broughtIn } from '@/components/browser/brought';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { takesText } from '@/components/hooks/use-panel-keys';
import './bringing.css';

/** Files, links and text that are dropped or pasted anywhere on the page lead to an import; text fields keep theirs. */
export function Bringing() {
  const { store, go } = useDesk();
  const [dragged, setDragged] = useState(false);

  useEffect(() => {
    /** Whether it began on this page: a link of ours that is dragged brings nothing. */
    let own = false;
    const begin = () => {
      own = true;
    };
    const end = () => {
      own = false;
      setDragged(false);
    };

    function take(event: Event, data: DataTransfer | null) {
      const brought = broughtIn(data);
      if (!brought) return;
      event.preventDefault();
      store.brought.value = brought;
      go({ view: 'import' });
    }

    function onDrag(event: DragEvent) {
      if (own || !event.dataTransfer || takesDrop(event.target)) return setDragged(false);
      event.preventDefault(); // else the browser would open what is dropped
      event.dataTransfer.dropEffect = 'copy';
      setDragged(true);
    }
    function onLeave({ relatedTarget }: DragEvent) {
      if (!relatedTarget) setDragged(false); // it left the window
    }
    function onDrop(event: DragEvent) {
      setDragged(false);
      if (own || takesDrop(event.target)) return;
      event.preventDefault();
      take(event, event.dataTransfer);
    }
    function onPaste(event: ClipboardEvent) {
      if (event.defaultPrevented || takesText(event.target) || document.querySelector('dialog[open]')) return;
      take(event, event.clipboardData);
    }

    const listeners = {
      dragstart: begin,
      dragend: end,
      dragover: onDrag,
      dragleave: onLeave,
      drop: onDrop,
      paste: onPaste,
    };
    for (const [name, hear] of Object.entries(listeners))
      document.addEventListener(name, hear as EventListener);
    return () => {
      for (const [name, hear] of Object.entries(listeners))
        document.removeEventListener(name, hear as EventListener);
    };
  }, [store, go]);

  return dragged ? (
    <div class="drop-here">
      <p>{i18n.t('full.drop')}</p>
    </div>
  ) : null;
}

/** Whether what is dropped there is the browser's: text for a text field, a file for the field that chooses one. */
function takesDrop(target: EventTarget | null): boolean {
  return takesText(target) || (target instanceof HTMLInputElement && target.type === 'file');
}
