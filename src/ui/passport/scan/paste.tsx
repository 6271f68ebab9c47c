import { useEffect, useRef, useState } from 'preact/hooks';
import { takeInText } from '../../../app/scanning.ts';
import { textIn } from '../../../app/text-file.ts';
import { AppError } from '../../../lib/error.ts';
import { Button } from '../../parts/button.tsx';
import { LongField } from '../../parts/field.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { page } from '../../parts/icons-shared.ts';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';

interface PasteProps {
  onText: (text: string) => void;
  /** A file that could not be read, or with too much in it. */
  onRefuse: (why: 'too-long' | 'bad-file') => void;
}

/** What files of words are called: contact cards, calendars, health cards, plain ones. */
const ACCEPT = '.vcf,.ics,.txt,.json,.smart-health-card,text/*';

/** Words that are typed or pasted, or those of a file. */
export const Paste = ({ onText, onRefuse }: PasteProps) => {
  const { session } = useApp();
  const [text, setText] = useState('');
  useKeptOnLock(text);
  const open = (file: File) => {
    session.away?.pickerDone();
    textIn(file).then(onText, (error: unknown) =>
      onRefuse(error instanceof AppError && error.code === 'too-big' ? 'too-long' : 'bad-file'),
    );
  };
  return (
    <form
      class="stack-2"
      onSubmit={event => {
        event.preventDefault();
        onText(text);
      }}
    >
      <LongField
        id="paste"
        label={t('scan.paste')}
        hint={t('scan.paste.hint')}
        value={text}
        onInput={setText}
      />
      <Button wide submit>
        {t('scan.paste.go')}
      </Button>
      <FileField
        accept={ACCEPT}
        icon={page}
        onOpen={() => session.away?.openingPicker()}
        onCancel={() => session.away?.pickerDone()}
        onFile={open}
      >
        {t('scan.paste.file')}
      </FileField>
    </form>
  );
};

/** A lock takes the screen with all that was typed: it then waits, as if it had been handed over. */
const useKeptOnLock = (text: string): void => {
  const { book, session } = useApp();
  const now = useRef(text);
  now.current = text;
  useEffect(
    () =>
      session.away?.beforeLock(async () => {
        await takeInText(book, now.current, session.clock);
      }),
    [],
  );
};
