import { useEffect, useId, useRef, useState } from 'preact/hooks';

/** How the last copy went: on the clipboard, or as text to mark by hand. */
export type Copied = 'done' | 'by-hand' | null;

/** Puts text on the clipboard where the browser lets us. */
export const useCopy = (): { copied: Copied; copy: (text: string) => void } => {
  const [copied, setCopied] = useState<Copied>(null);
  const copy = async (text: string) => {
    setCopied(null);
    try {
      await navigator.clipboard.writeText(text);
      setCopied('done');
    } catch {
      // Refused, or a page without a clipboard: then the person copies it themselves.
      setCopied('by-hand');
    }
  };
  return { copied, copy: text => void copy(text) };
};

/** The text itself, marked, for whoever's browser would not copy it. */
export const ByHand = ({ text, label, hint }: { text: string; label: string; hint: string }) => {
  const ref = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    ref.current?.focus();
    ref.current?.select();
  }, []);
  return (
    <section class="r-by-hand" aria-labelledby={id}>
      <p id={id}>{hint}</p>
      <textarea
        class="field"
        ref={ref}
        readOnly
        rows={6}
        dir="auto"
        aria-label={label}
        aria-describedby={id}
        value={text}
      />
    </section>
  );
};
