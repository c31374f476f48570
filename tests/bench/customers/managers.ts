/** The account managers, with the ids by which events name them. */
export const MANAGERS = Array.from({ length: 200 }, (_, number) => {
  const padded = String(number + 1).padStart(3, '0');
  return {
    id: `manager-${padded}`,
    name: `Manager ${padded}`,
    email: `manager-${padded}@acme.example`,
    role: 'manager' as const,
  };
});
