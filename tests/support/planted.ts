/** Secrets that a test looks for where none may be. The dashboard is built with them in the environment, too. */
export const PLANTED = {
  CODAT_API_KEY: 'planted-codat-api-key',
  CODAT_WEBHOOK_SECRET: `whsec_${btoa('planted-webhook-secret')}`,
  LINK_EVENTS_KEY: 'planted-link-events-key',
  AUTH_SECRET: 'planted-auth-secret-that-signs-cookies',
  ADMIN_EMAIL: 'planted.admin@acme.example',
  ADMIN_PASSWORD: 'planted-harbour-violet-anchor',
  OIDC_CLIENT_SECRET: 'planted-oidc-client-secret',
  SMTP_URL: 'smtp://planted-user:planted-smtp-password@127.0.0.1:9',
};
