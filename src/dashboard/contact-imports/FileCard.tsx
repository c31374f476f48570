import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useRedirect } from 'react-admin';
import { DownloadButton } from '../shared/csv/DownloadButton.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { saveExample } from './saveExample.ts';
import { sendContactFile } from './sendContactFile.ts';

/** Takes a file of contacts, and goes on to what it would change. */
export const FileCard = () => {
  const redirect = useRedirect();
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: sendContactFile,
    onSuccess: ({ id }) => redirect('show', 'contact-imports', id),
  });
  return (
    <SectionCard title="A file of contacts">
      <DropZone onFile={mutate} disabled={isPending}>
        {isPending ? (
          <Box sx={{ width: 280, maxWidth: '100%' }}>
            <Typography sx={{ mb: 1 }}>Reading {variables.name}</Typography>
            <LinearProgress aria-label={`Reading ${variables.name}`} />
          </Box>
        ) : (
          <Choose onFile={mutate} />
        )}
      </DropZone>
      {error && (
        <Alert severity="error" variant="outlined" sx={{ mt: 2 }}>
          {error.message}
        </Alert>
      )}
      <Columns />
    </SectionCard>
  );
};

type Files = { onFile: (file: File) => void };

const Choose = ({ onFile }: Files) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Typography color="textSecondary">Drop a CSV file here, or</Typography>
      <Button
        variant="contained"
        startIcon={<UploadFileOutlined />}
        onClick={() => input.current?.click()}
      >
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        aria-label="File of contacts"
        accept=".csv,.txt,.tsv,text/csv"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file can be chosen again once it is mended.
          target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
};

type DropProps = Files & { disabled: boolean; children: ReactNode };

const DropZone = ({ onFile, disabled, children }: DropProps) => {
  const [over, setOver] = useState(false);
  const hold = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !disabled) onFile(file);
  };
  return (
    <Box
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        ...{ display: 'grid', gap: 1, justifyItems: 'center', p: 4, borderRadius: 2 },
        ...{ border: '1px dashed', borderColor: over ? 'primary.main' : 'text.secondary' },
        bgcolor: over ? 'tint.brand' : undefined,
      }}
    >
      {children}
    </Box>
  );
};

const Columns = () => (
  <Box sx={{ display: 'flex', gap: 2, mt: 2, flexWrap: 'wrap', alignItems: 'center' }}>
    <Typography variant="body2" color="textSecondary" sx={{ flex: '1 1 320px' }}>
      The first line names the columns: <b>Customer id</b> (the id at Codat) or <b>Customer</b> (the
      exact name); <b>Name</b>, <b>E-mail</b>, <b>Phone</b>; and <b>Role</b>, which is main,
      administrator, it or accountant. An empty cell leaves what is known. You see what would change
      before anything does.
    </Typography>
    <DownloadButton label="Example file" save={saveExample} />
  </Box>
);
