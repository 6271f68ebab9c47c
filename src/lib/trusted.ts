interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | undefined;

const sameOrigin = (url: string): string => {
  const full = new URL(url, location.href);
  // A blob: has its maker's origin, and is no file of ours.
  if (full.origin !== location.origin || full.protocol === 'blob:')
    throw new TypeError('a worker must come from our own origin');
  return full.href;
};

/**
 * A worker's or service worker's URL, passed through the one Trusted Types policy that the CSP allows
 * (`app-url`). Throws a TypeError for any other origin. Where the browser has no Trusted Types it is a string.
 */
export const workerUrl = (url: string): string => {
  if (!policy) {
    const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
    // Made once: the CSP refuses a second policy of the same name.
    policy = factory
      ? factory.createPolicy('app-url', { createScriptURL: sameOrigin })
      : { createScriptURL: sameOrigin };
  }
  // TypeScript's Worker takes a string only; the browser wants the TrustedScriptURL object.
  return policy.createScriptURL(url) as string;
};
