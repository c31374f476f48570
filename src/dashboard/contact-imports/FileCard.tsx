import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useRedirect } from 'react-admin';
import { DownloadButton } from '../shared/csv/DownloadButton.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { saveExample } from './saveExample.ts';
import { sendContactFile } from './sendContactFile.ts';

/**
 * Uploads a file of contacts and opens the preview of its changes. Not react-admin’s FileInput, which keeps files for a
 * form to submit; here a file is sent as soon as it is chosen.
 */
export const FileCard = () => {
  const redirect = useRedirect();
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: sendContactFile,
    onSuccess: ({ id }) => redirect('show', 'contact-imports', id),
  });
  return (
    <SectionCard title="Upload contacts">
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
      <Typography color="textSecondary">Drag a CSV file here, or</Typography>
      <Button
        variant="contained"
        startIcon={<UploadFileOutlined />}
        onClick={() => input.current?.click()}
      >
        Choose file
      </Button>
      <input
        ref={input}
        type="file"
        aria-label="Contacts file"
        accept=".csv,.txt,.tsv,text/csv"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          // Lets the same file be chosen again once it is fixed.
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
        display: 'grid',
        gap: 1,
        justifyItems: 'center',
        p: 4,
        borderRadius: 2,
        border: '1px dashed',
        borderColor: over ? 'primary.main' : 'text.secondary',
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
      The first row must contain column names: <b>Customer ID</b> (the ID in Codat) or{' '}
      <b>Customer</b> (the exact name); <b>Name</b> (or <b>First name</b> and <b>Last name</b>),{' '}
      <b>Email</b>, <b>Phone</b>; <b>Role</b>, which is main, admin, IT or accountant; and{' '}
      <b>Account manager</b>, a colleague’s name or email. Files from HubSpot, Google Contacts and
      Outlook work as they are, once a column names the customer. Empty cells leave existing values
      unchanged. You’ll review changes before they’re applied.
    </Typography>
    <DownloadButton label="Download example" save={saveExample} />
  </Box>
);
