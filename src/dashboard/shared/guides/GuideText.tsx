import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { SoftwareRecord } from '../../../api/software/resource.ts';
import { guideOf } from '../../../journey/content/software.ts';

/** How to connect accounting software: what is needed, the steps, and common problems. */
export const GuideText = ({ software }: { software: SoftwareRecord }) => {
  const guide = guideOf(software.id);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Part title="You’ll need">
        {software.ready.length > 0 ? (
          <List items={software.ready} />
        ) : (
          <Typography color="textSecondary">
            No special requirements for {software.name}. An admin sign-in is usually enough.
          </Typography>
        )}
      </Part>
      {guide && (
        <>
          <Part title="Steps">
            <List items={guide.steps} ordered />
          </Part>
          <Part title="Troubleshooting">
            <Box component="dl" sx={{ m: 0 }}>
              {guide.pitfalls.map(({ sign, remedy }) => (
                <Box key={sign} sx={{ mb: 1 }}>
                  <Typography component="dt" sx={{ fontWeight: 600 }}>
                    {sign}
                  </Typography>
                  <Typography component="dd" color="textSecondary" sx={{ m: 0 }}>
                    {remedy}
                  </Typography>
                </Box>
              ))}
            </Box>
          </Part>
        </>
      )}
    </Box>
  );
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <Typography component="h3" variant="h2" sx={{ mb: 0.75 }}>
      {title}
    </Typography>
    {children}
  </section>
);

const List = ({ items, ordered }: { items: readonly string[]; ordered?: true }) => (
  <Box component={ordered ? 'ol' : 'ul'} sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.5 }}>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </Box>
);
