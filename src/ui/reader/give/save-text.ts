/** Hands a text file to the browser's own downloads. `name` says nothing of what is in it. */
export const saveText = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers fetch it a moment after the press.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
