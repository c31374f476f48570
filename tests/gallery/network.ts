import type { State } from './plan.ts';

/** The database to use: with sample customers, or without any. */
export type Data = 'samples' | 'empty';

/** The header that tells the gallery’s server which database to use. */
export const DATA_HEADER = 'x-gallery-data';

/** The name of a customer without any other details. */
export const QUIET_CUSTOMER = 'Quiet Customer Ltd';

/** The API’s own switch for simulating errors, which reads the values in a URL. */
const SIMULATED_ERROR = ['simulate', 'error-503'] as const;

/** Session requests always succeed, because components show nothing without a role. */
const isSession = ({ pathname }: URL): boolean => pathname.startsWith('/api/auth/');

const forever = () => new Promise<never>(() => {});

let scene: { state: State; data: Data } = { state: 'full', data: 'samples' };

/** Sets how later requests are answered. Nothing waits for responses to earlier ones any more. */
export const setScene = (next: typeof scene): void => {
  scene = next;
};

/** Makes the app’s requests pass, fail or never finish, depending on the scene. */
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
    if (state === 'error') url.searchParams.set(...SIMULATED_ERROR);
    // Read completely, because browsers stream a request’s body only over HTTP/2.
    const body = request.body && (await request.blob());
    return send(url, { method: request.method, headers, body });
  };
};
