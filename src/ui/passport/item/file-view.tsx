import { useEffect, useState } from 'preact/hooks';
import type { FileValue, Version } from '../../../domain/item.ts';
import { factsOf } from '../../../domain/show.ts';
import { Button } from '../../parts/button.tsx';
import { fileDown } from '../../parts/icons.ts';
import { Note } from '../../parts/note.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { t } from '../../words/words.ts';
import { useApp } from '../context.ts';
import { useWays } from '../ways.ts';

/** The photos and PDFs of a thing, each with its label. */
export const Files = ({ version }: { version: Version }) => {
  const ways = useWays();
  const files = factsOf(version, ways).flatMap(({ file, label }) => (file ? [{ file, label }] : []));
  return files.map(({ file, label }) => (
    <div key={file.blob} class="gap-above">
      <FileView file={file} label={label} />
    </div>
  ));
};

/** An address of the file in memory, for as long as it shows. `broken` when its pages don't open. */
const useAddress = (file: FileValue): string | 'broken' | null => {
  const { book } = useApp();
  const [address, setAddress] = useState<string | 'broken' | null>(null);
  const { blob, type } = file;
  useEffect(() => {
    let made: string | null = null;
    let here = true;
    book.readBlob(blob).then(
      bytes => {
        if (!here) return;
        made = bytes ? URL.createObjectURL(new Blob([bytes], { type })) : 'broken';
        setAddress(made);
      },
      () => here && setAddress('broken'),
    );
    return () => {
      here = false;
      if (made && made !== 'broken') URL.revokeObjectURL(made);
    };
  }, [book, blob, type]);
  return address;
};

export const FileView = ({ file, label }: { file: FileValue; label: string }) => {
  const address = useAddress(file);
  if (!address) return <p class="quiet">{t('item.file.opening')}</p>;
  if (address === 'broken') {
    return (
      <Note look="wrong">
        <p>{t('item.file.broken')}</p>
      </Note>
    );
  }
  if (file.type === 'application/pdf') return <Pdf address={address} label={label} />;
  const alt = t('item.file.photo', { name: label });
  return <img class="photo" src={address} alt={alt} width={file.width} height={file.height} />;
};

/** Some browsers show no PDF inside a page: then the only way to look at it is a copy outside. */
const Pdf = ({ address, label }: { address: string; label: string }) => {
  const [asking, setAsking] = useState(false);
  return (
    <div class="stack-2">
      {navigator.pdfViewerEnabled ? (
        // A new frame for a new address: one that moves on would leave a step in the browser's Back.
        <iframe key={address} class="pdf" src={address} title={t('item.file.pdf', { name: label })} />
      ) : (
        <Note>
          <p>{t('item.file.cannot')}</p>
        </Note>
      )}
      <Button wide icon={fileDown} onPress={() => setAsking(true)}>
        {t('item.file.save')}
      </Button>
      {asking && (
        <Sheet
          title={t('item.file.save.title')}
          text={t('item.file.save.text')}
          onNotNow={() => setAsking(false)}
        >
          {/* Named for nothing: a file name stays readable outside. */}
          <a class="btn wide" href={address} download="copy.pdf" onClick={() => setAsking(false)}>
            {t('item.file.save')}
          </a>
        </Sheet>
      )}
    </div>
  );
};
