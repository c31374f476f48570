import type { State } from './plan.ts';

/** Which of the two databases answers: one with sample customers, or one without any. */
export type Data = 'samples' | 'empty';

/** Tells the server of the gallery which database answers. */
export const DATA_HEADER = 'x-gallery-data';

/** The name of a customer without any other details. */
export const QUIET_CUSTOMER = 'Quiet Customer Ltd';

/** The API’s own switch for simulating errors, which reads the values in a URL. */
const TROUBLE = ['trouble', 'error-503'] as const;

/** Signing in always works, as in the mock: without a role, a component shows nothing. */
const isSession = ({ pathname }: URL): boolean => pathname.startsWith('/api/auth/');

const forever = () => new Promise<never>(() => {});

let scene: { state: State; data: Data } = { state: 'full', data: 'samples' };

/** Decides what requests get from now on. Answers to earlier ones are ignored, as what asked for them is gone. */
export const setScene = (next: typeof scene): void => {
  scene = next;
};

/** Puts the scene between the app and the API: as it is, answering with errors, or never answering. */
export const interceptRequests = (): void => {
  const send = window.fetch;
  window.fetch = async (input, init) => {
    const { state, data } = scene;
    const request = new Request(input, init);
    const url = new URL(request.url);
    const headers = new Headers(request.headers);
    headers.set(DATA_HEADER, data);
    if (isSession(url)) return send(new Request(request, { headers }));
    if (state === 'loading') return forever();
    if (state === 'error') url.searchParams.set(...TROUBLE);
    // As a whole: browsers stream a body only over HTTP/2.
    const body = request.body && (await request.blob());
    return send(url, { method: request.method, headers, body });
  };
};
