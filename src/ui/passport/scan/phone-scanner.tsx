import type { ComponentChildren } from 'preact';
import { Scanner } from '../../parts/scanner.tsx';
import { useApp } from '../context.ts';

interface PhoneScannerProps {
  why: string;
  onTexts: (texts: readonly string[]) => void;
  children?: ComponentChildren;
}

/** The scanner inside the open record: a question or a picker that it opens itself does not lock the phone. */
export const PhoneScanner = (props: PhoneScannerProps) => {
  const { session } = useApp();
  return (
    <Scanner
      {...props}
      onAsk={() => session.away?.openingPicker()}
      onAsked={() => session.away?.pickerDone()}
    />
  );
};
