import type { Page } from '@playwright/test';

/**
 * What is cut off, runs out of the page or lies on top of something else, a line each. Looks at words where they
 * are drawn, so it holds for any size of text, language and direction.
 */
export const layoutFaults = (page: Page): Promise<string[]> => page.evaluate(look);

function look(): string[] {
  const faults: string[] = [];
  const wide = document.documentElement.clientWidth;
  const dialog = document.querySelector('dialog[open]');
  const root = dialog ?? document.body;

  const sideways = [document.documentElement, ...(dialog ? [dialog] : [])];
  for (const box of sideways) {
    const over = box.scrollWidth - box.clientWidth;
    if (over > 0) faults.push(`${box.localName} scrolls sideways by ${over} px`);
  }

  interface Run {
    text: string;
    rect: DOMRect;
    at: Element;
    foot: boolean;
  }
  const short = (text: string) => text.trim().slice(0, 40);
  const isSeen = (at: Element) => at.checkVisibility({ visibilityProperty: true }) && !at.closest('.sr');
  const runs: Run[] = [];
  const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const at = node.parentElement!;
    const text = node.textContent ?? '';
    if (!text.trim() || !isSeen(at)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width > 1) runs.push({ text: short(text), rect, at, foot: at.closest('.foot') !== null });
    }
  }

  // A button's words stay inside the button, and everyone's inside the page and inside what clips them.
  for (const { text, rect, at } of runs) {
    if (rect.left < -1 || rect.right > wide + 1) faults.push(`"${text}" runs out of the page`);
    const box = at.closest('button, a, label, .field, .note, .card, .badge, .mark');
    const own = box?.getBoundingClientRect();
    if (own && (rect.left < own.left - 1 || rect.right > own.right + 1)) {
      faults.push(`"${text}" runs out of its ${box!.className || box!.localName} sideways`);
    }
    if (own && (rect.top < own.top - 1 || rect.bottom > own.bottom + 1)) {
      faults.push(`"${text}" runs out of its ${box!.className || box!.localName}`);
    }
    for (let up: Element | null = at; up && up !== root; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.overflowX === 'visible' || style.display === 'inline') continue;
      const clip = up.getBoundingClientRect();
      if (rect.right > clip.right + 1 || rect.left < clip.left - 1)
        faults.push(`"${text}" is cut off sideways`);
      if (style.overflowY === 'hidden' && (rect.bottom > clip.bottom + 3 || rect.top < clip.top - 3)) {
        faults.push(`"${text}" is cut off below`);
      }
    }
  }

  // No words on words. What stands at the foot may pass over the page: that scrolls.
  for (const [i, a] of runs.entries()) {
    for (const b of runs.slice(i + 1)) {
      if (a.at === b.at || a.foot !== b.foot) continue;
      const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
      const down = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
      // Lines of one paragraph overlap a little by nature.
      if (across > 2 && down > a.rect.height * 0.35) faults.push(`"${a.text}" lies on "${b.text}"`);
    }
  }

  // What stands at the foot leaves room for the page.
  const foot = document.querySelector('.foot');
  if (foot && !dialog && getComputedStyle(foot).position === 'sticky') {
    const share = foot.getBoundingClientRect().height / innerHeight;
    if (share > 0.5) faults.push(`the foot takes ${Math.round(share * 100)}% of the screen`);
  }

  // Words in fields that can't be typed in on one line are drawn by the browser; their box must hold a line.
  for (const field of root.querySelectorAll<HTMLElement>('input.field, textarea.field')) {
    if (!isSeen(field)) continue;
    if (field.clientHeight < Number.parseFloat(getComputedStyle(field).fontSize))
      faults.push('a field is too low');
  }
  return [...new Set(faults)];
}
