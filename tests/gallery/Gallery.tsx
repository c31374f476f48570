import { Box, Link, MenuItem, TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { cards } from './entries/cards.tsx';
import { dialogs } from './entries/dialogs.tsx';
import { lists } from './entries/lists.tsx';
import { pieces } from './entries/pieces.tsx';
import type { Entry } from './entry.ts';
import type { State } from './plan.ts';
import {
  expectedOf,
  hashOf,
  type Scene as SceneName,
  sceneAt,
  TITLES,
  type Title,
} from './plan.ts';
import { Scene } from './Scene.tsx';
import type { Subjects } from './subjects.ts';

/** What is planned but not shown here, or shown but not planned, doesn’t compile. */
const ENTRIES: Record<Title, Entry> = { ...lists, ...cards, ...dialogs, ...pieces } satisfies {
  [Name in Title]: Entry;
};

const useScene = (): SceneName => {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return sceneAt(hash);
};

/** Shows one component in one state, as the address says, and leads to the others. */
export const Gallery = ({ subjectsIn }: { subjectsIn: (state: State) => Subjects }) => {
  const scene = useScene();
  return (
    <Scene
      key={`${scene.title}/${scene.state}`}
      scene={scene}
      entry={ENTRIES[scene.title]}
      subjects={subjectsIn(scene.state)}
    >
      <Choice scene={scene} />
    </Scene>
  );
};

const choose = (scene: SceneName) => {
  location.hash = hashOf(scene);
};

const Choice = ({ scene }: { scene: SceneName }) => {
  const { title, state, theme } = scene;
  const otherTheme = theme === 'dark' ? 'light' : 'dark';
  return (
    <Box
      component="nav"
      aria-label="Gallery"
      // Above dialogs, which would otherwise have to be closed first.
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 2,
        alignItems: 'center',
        p: 2,
        position: 'relative',
        zIndex: 'tooltip',
        bgcolor: 'background.paper',
      }}
    >
      <TextField
        select
        label="Component"
        value={title}
        onChange={({ target }) =>
          choose({ ...scene, title: TITLES.find((one) => one === target.value) ?? title })
        }
        fullWidth={false}
        margin="none"
      >
        {TITLES.map((one) => (
          <MenuItem key={one} value={one}>
            {one}
          </MenuItem>
        ))}
      </TextField>
      {expectedOf(title).map(([one]) => (
        <Link key={one} href={hashOf({ ...scene, state: one })} aria-current={one === state}>
          {one}
        </Link>
      ))}
      <Link href={hashOf({ ...scene, theme: otherTheme })}>{otherTheme}</Link>
    </Box>
  );
};
