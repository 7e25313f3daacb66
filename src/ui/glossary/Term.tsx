// A term that says what it means when it is pointed at, has the focus, or is tapped.

import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { present } from '../../training/present.ts';
import { Part } from '../parts/Part.tsx';
import css from './Term.module.css';
import { type TermId, useGlossaryText } from './words.ts';

interface TermProps {
  readonly id: TermId;
  readonly children: ReactNode;
}

export function Term({ id, children }: TermProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const tip = useId();
  const open = (): void => setOpen(true);
  const leave = ({ pointerType }: PointerEvent): void => {
    // A finger is lifted from what it has tapped; it stays until something else is.
    if (pointerType === 'mouse' && document.activeElement !== button.current) setOpen(false);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={css.term}
        data-said
        aria-describedby={isOpen ? tip : undefined}
        onPointerEnter={open}
        onPointerLeave={leave}
        onFocus={open}
        onBlur={() => setOpen(false)}
        onClick={open}
        onKeyDown={press}
      >
        {children}
      </button>
      {isOpen && (
        <Tip id={tip} beside={button} onElsewhere={() => setOpen(false)}>
          <Part around={null}>
            <Meaning id={id} />
          </Part>
        </Tip>
      )}
    </>
  );
}

function Meaning({ id }: { readonly id: TermId }) {
  const { terms } = useGlossaryText();
  return terms[id].meaning;
}

interface TipProps {
  readonly id: string;
  readonly beside: React.RefObject<HTMLElement | null>;
  onElsewhere(): void;
  readonly children: ReactNode;
}

function Tip({ id, beside, onElsewhere, children }: TipProps) {
  const tip = useRef<HTMLSpanElement>(null);
  const elsewhere = useRef(onElsewhere);
  useEffect(() => {
    elsewhere.current = onElsewhere;
  });
  useEffect(() => {
    const [element, button] = [present(tip.current), present(beside.current)];
    const { left, top, bottom } = button.getBoundingClientRect();
    const isBelow = innerHeight - bottom > top;
    element.style.setProperty('--left', `${left}px`);
    element.style.setProperty('--top', isBelow ? `${bottom + 2}px` : 'auto');
    element.style.setProperty('--bottom', isBelow ? 'auto' : `${innerHeight - top + 2}px`);
    element.showPopover();
    const press = (event: Event): void => {
      if (!(event.target instanceof Node && button.contains(event.target))) elsewhere.current();
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [beside]);
  return (
    <span ref={tip} id={id} role="tooltip" popover="manual" className={css.tip}>
      {children}
    </span>
  );
}
