import { createCrypto } from '../../../src/crypto/client.ts';
import { knownAnswers } from '../../vectors/known-answers.ts';

// The test calls it: the app's own crypto room in workers of its own, under the app's own policy.
Object.assign(window, { knownAnswers: () => knownAnswers(createCrypto()) });
