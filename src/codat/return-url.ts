/** What Codat is told of the customer's way back: the redirect to set in its portal. It fills in the {placeholders}. */
export const returnUrl = (publicUrl: string): string =>
  `${publicUrl}/return?journey={journey}&statusCode={statusCode}&statusText={statusText}` +
  '&connectionId={connectionId}&companyId={companyId}&platform={platform}';
