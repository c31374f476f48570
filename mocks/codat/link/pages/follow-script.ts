/** Leaves the waiting page as soon as the server answers with another one. */
export const FOLLOW_SCRIPT = `const follow = async () => {
  const page = await fetch(location.href, { cache: 'no-store' }).catch(() => null);
  if (page && (page.redirected || !page.ok)) location.replace(page.url);
};
setInterval(follow, 1000);
document.addEventListener('visibilitychange', follow);
`;
