import { Box } from '@mui/material';
import { useSoftware } from './useSoftware.tsx';

/** Two letters that stand for accounting software. */
const initials = (name: string): string => {
  // Letters as arrays, because an emoji is one letter.
  const [first = [], second] = name.split(' ').flatMap((word) => (word ? [[...word]] : []));
  const letters = second ? [first[0], second[0]] : first.slice(0, 2);
  return letters.join('').toUpperCase();
};

/** A hue for each accounting package, used dark enough for white letters. */
const hueOf = (id: string): number =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);

export const SoftwareName = ({ id }: { id: string | null }) =>
  id ? <KnownSoftware id={id} /> : <>No software selected</>;

const nameSx = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.75,
  maxWidth: '100%',
  '& > :first-of-type': {
    width: 20,
    height: 20,
    flexShrink: 0,
    borderRadius: 1,
    display: 'grid',
    placeItems: 'center',
    fontSize: 10,
    fontWeight: 700,
    color: '#fff',
  },
  '& > :last-of-type': { overflow: 'hidden', textOverflow: 'ellipsis' },
};

const KnownSoftware = ({ id }: { id: string }) => {
  const name = useSoftware(id)?.name ?? '…';
  return (
    <Box component="span" title={name} sx={nameSx}>
      <span aria-hidden style={{ backgroundColor: `hsl(${hueOf(id)} 50% 28%)` }}>
        {initials(name)}
      </span>
      <span>{name}</span>
    </Box>
  );
};
