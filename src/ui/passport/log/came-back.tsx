import { useState } from 'preact/hooks';
import { fatesOf, type Line, type ProposalEntry } from '../../../domain/proposal.ts';
import type { ShareEntry } from '../../../domain/share.ts';
import { readLink } from '../../../share/link.ts';
import { Button } from '../../parts/button.tsx';
import { Group } from '../../parts/facts.tsx';
import { LongField } from '../../parts/field.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { giveBack, page } from '../../parts/icons-shared.ts';
import { Row } from '../../parts/row.tsx';
import { type Key, t } from '../../words/words.ts';
import { useApp, useSharing } from '../context.ts';
import { whenText } from '../ways.ts';
import { answerSlip } from './answer-slip.ts';

/** What was answered to a share, and the way in for an answer that came as a link or a file. */
export const CameBack = ({ entry }: { entry: ShareEntry }) => {
  const { book } = useApp();
  // What was shown before answers could come has no key for them.
  if (!entry.reply) return null;
  const lines = book.waiting.lines.value.filter(({ proposal }) => proposal.share === entry.id);
  const waiting = [...new Set(lines.map(({ proposal }) => proposal.id))].map(id =>
    lines.filter(({ proposal }) => proposal.id === id),
  );
  const decided = book.log.value.filter(one => one.type === 'proposal' && one.share === entry.id);
  return (
    <Group title={t('came.title')}>
      {waiting.length + decided.length > 0 && (
        <ul class="rows">
          {waiting.map(of => (
            <Waits key={of[0]!.proposal.id} lines={of} />
          ))}
          {decided.map(one => one.type === 'proposal' && <Decided key={one.id} entry={one} />)}
        </ul>
      )}
      <PasteIn />
    </Group>
  );
};

const Waits = ({ lines }: { lines: readonly Line[] }) => {
  const { router } = useApp();
  const { at } = lines[0]!.proposal;
  return (
    <Row
      title={t('came.answered', { when: whenText(at) })}
      value={t('came.waits', { count: lines.length })}
      onPress={() => router.go({ name: 'review', proposal: lines[0]!.proposal.id })}
    />
  );
};

const Decided = ({ entry }: { entry: ProposalEntry }) => {
  const { router } = useApp();
  const { id, at, items } = entry;
  return (
    <Row
      title={t('came.answered', { when: whenText(at) })}
      value={items.length > 0 ? t('came.decided', fatesOf(entry)) : t('came.all-same')}
      onPress={() => router.go({ name: 'log/entry', id })}
    />
  );
};

/** Larger is no answer of ours, bytes. */
const LARGEST_FILE = 2_000_000;

const PasteIn = () => {
  const { router, say, session } = useApp();
  const sharing = useSharing();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [slip, setSlip] = useState<Key | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (from: string) => {
    if (busy) return;
    if (!from.trim()) return setSlip('came.empty');
    setBusy(true);
    setSlip(null);
    try {
      const { became, proposal } = await sharing.takeIn(readLink(from));
      setText('');
      setOpen(false);
      if (became === 'waits') router.go({ name: 'review', proposal });
      else say({ text: t(`came.${became}`) });
    } catch (error) {
      setSlip(answerSlip(error));
    }
    setBusy(false);
  };
  const takeFile = async (file: File) => {
    session.away?.pickerDone();
    const read = file.size > LARGEST_FILE ? null : await file.text().catch(() => null);
    return read === null ? setSlip('came.slip.file') : take(read);
  };
  if (!open) {
    return (
      <div class="stack-2 gap-above">
        <Button wide icon={giveBack} onPress={() => router.go({ name: 'scan' })}>
          {t('came.scan')}
        </Button>
        <Button wide onPress={() => setOpen(true)}>
          {t('came.paste')}
        </Button>
      </div>
    );
  }
  return (
    <form class="gap-above" autocomplete="off" onSubmit={event => event.preventDefault()}>
      <LongField
        id="came-back"
        label={t('came.field')}
        hint={t('came.field.hint')}
        err={slip ? t(slip) : undefined}
        value={text}
        onInput={next => {
          setText(next);
          setSlip(null);
        }}
      />
      <div class="stack-2">
        <Button wide onPress={() => void take(text)}>
          {t('came.look')}
        </Button>
        <FileField
          accept="text/plain,.txt"
          icon={page}
          onOpen={() => session.away?.openingPicker()}
          onCancel={() => session.away?.pickerDone()}
          onFile={file => void takeFile(file)}
        >
          {t('came.file')}
        </FileField>
      </div>
    </form>
  );
};
