import { useState } from 'preact/hooks';
import { takeIn } from '../../../app/photo.ts';
import type { FieldValue } from '../../../domain/item.ts';
import { type Asked, BlockGroup } from '../../parts/block.tsx';
import { Button } from '../../parts/button.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { camera, cross } from '../../parts/icons.ts';
import { page } from '../../parts/icons-shared.ts';
import { Note } from '../../parts/note.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { FileView } from './file-view.tsx';
import { type Trouble, troubleOf } from './save.ts';

interface FileProps {
  asked: Asked;
  /** What a reader of the screen hears the photo called. */
  name: string;
  value: FieldValue | undefined;
  onInput: (value: FieldValue) => void;
}

/** A photo or PDF: picked, or taken with the camera. Goes into the locked store at once, also before Save. */
export const FileQuestion = ({ asked, name, value, onInput }: FileProps) => {
  const { book, session } = useApp();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const file = typeof value === 'object' && !Array.isArray(value) ? value : null;

  const take = async (picked: File) => {
    session.away?.pickerDone();
    setBusy(true);
    setTrouble(null);
    try {
      const { bytes, value: taken } = await takeIn(picked);
      onInput({ ...taken, blob: await book.addBlob(bytes) });
    } catch (error) {
      setTrouble(troubleOf(error, 'file'));
    }
    setBusy(false);
  };
  const picker = {
    onOpen: () => session.away?.openingPicker(),
    onCancel: () => session.away?.pickerDone(),
    onFile: (picked: File) => void take(picked),
  };
  return (
    <BlockGroup {...asked}>
      <div class="stack-2 under-legend">
        {file && <FileView key={file.blob} file={file} label={name} />}
        <p role="status" class={busy ? 'quiet' : 'sr'}>
          {busy ? t('form.file.busy') : ''}
        </p>
        {trouble && (
          <Note look="wrong" live="alert" title={t(trouble.what)}>
            <p>{t(trouble.todo)}</p>
          </Note>
        )}
        <FileField {...picker} accept="image/*,application/pdf" icon={page}>
          {t(file ? 'form.file.other' : 'form.file.pick')}
        </FileField>
        <FileField {...picker} accept="image/*" camera icon={camera}>
          {t('form.file.camera')}
        </FileField>
        {file && (
          <Button wide icon={cross} onPress={() => onInput('')}>
            {t('form.file.remove')}
          </Button>
        )}
      </div>
    </BlockGroup>
  );
};
