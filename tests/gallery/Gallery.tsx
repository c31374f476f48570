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

/** Doesn’t compile unless it has exactly the entries of the plan. */
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

/** Shows the component and state that the URL names, with links to the others. */
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
      // Above dialogs, so that it can be used while one is open.
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
          choose({ ...scene, title: TITLES.find((name) => name === target.value) ?? title })
        }
        fullWidth={false}
        margin="none"
      >
        {TITLES.map((name) => (
          <MenuItem key={name} value={name}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      {expectedOf(title).map(([other]) => (
        <Link key={other} href={hashOf({ ...scene, state: other })} aria-current={other === state}>
          {other}
        </Link>
      ))}
      <Link href={hashOf({ ...scene, theme: otherTheme })}>{otherTheme}</Link>
    </Box>
  );
};
