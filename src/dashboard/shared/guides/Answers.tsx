import ContentCopy from '@mui/icons-material/ContentCopy';
import ExpandMore from '@mui/icons-material/ExpandMore';
import {
  Accordion,
  AccordionDetails,
  AccordionSummary,
  Box,
  Button,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { ANSWERS, type Answer, findAnswers } from '../../../journey/content/answers.ts';
import { SendEmailButton } from '../sending/SendEmailButton.tsx';
import { useCopy } from '../useCopy.ts';

type Props = {
  /** How many answers to show before people search or ask for all. */
  atFirst?: number;
  /** The customer who asked. An answer can be emailed to them. */
  customer?: CustomerRecord;
};

/** Answers to customers' common questions, filtered while people type. */
export const Answers = ({ atFirst = ANSWERS.length, customer }: Props) => {
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const found = findAnswers(search);
  const answers = all || search ? found : found.slice(0, atFirst);
  return (
    <>
      <TextField
        type="search"
        label="Search answers"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
        margin="none"
        sx={{ mb: 1 }}
      />
      {answers.map((answer) => (
        <AnswerItem key={answer.id} answer={answer} customer={customer} />
      ))}
      {answers.length < found.length && (
        <Button onClick={() => setAll(true)}>{`Show all ${found.length}`}</Button>
      )}
      {answers.length === 0 && (
        <Typography color="textSecondary">No answers found. Try another word.</Typography>
      )}
    </>
  );
};

type ItemProps = { answer: Answer; customer: CustomerRecord | undefined };

const AnswerItem = ({ answer: { question, answer }, customer }: ItemProps) => {
  const copy = useCopy();
  return (
    <Accordion
      disableGutters
      square
      sx={{ borderBottom: 1, borderColor: 'line.faint', '&::before': { display: 'none' } }}
    >
      <AccordionSummary expandIcon={<ExpandMore />} sx={{ px: 0 }}>
        <Typography component="span">{question}</Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ px: 0, pt: 0 }}>
        <Typography color="textSecondary" sx={{ mb: 1 }}>
          {answer}
        </Typography>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button
            variant="outlined"
            startIcon={<ContentCopy />}
            onClick={() => copy(answer, 'Answer copied')}
          >
            Copy
          </Button>
          {customer && (
            <SendEmailButton customer={customer} template="reminder" note={answer}>
              Email this answer
            </SendEmailButton>
          )}
        </Box>
      </AccordionDetails>
    </Accordion>
  );
};
