import { defaultTheme, type RaThemeOptions } from 'react-admin';
import type { Tokens } from '../../common/design-tokens.ts';

const labelOf = (owner: object): string | undefined =>
  'aria-label' in owner ? String(owner['aria-label']) : undefined;

/** The look of MUI's and react-admin's components: thin lines instead of shadows, rows of two lines. */
export const componentsOf = (tokens: Tokens): RaThemeOptions['components'] => ({
  ...defaultTheme.components,
  MuiCssBaseline: {
    styleOverrides: {
      body: { fontVariantNumeric: 'tabular-nums' },
      // Buttons and checkboxes without a name, which do nothing, in a table that loads.
      '.RaDataTable-expandIcon[aria-hidden=true], .RaDataTable-expandIconCell .select-all': {
        visibility: 'hidden',
      },
      ':focus-visible': { outline: `2px solid ${tokens.brand}`, outlineOffset: 2 },
    },
  },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none' } },
  },
  MuiCard: {
    defaultProps: { variant: 'outlined' },
    styleOverrides: { root: { borderRadius: 10, borderColor: tokens.line } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true, size: 'small' },
    styleOverrides: {
      root: { minHeight: 32, paddingInline: 12 },
      outlined: { color: tokens.text, borderColor: tokens.line, backgroundColor: tokens.surface },
    },
  },
  MuiTextField: {
    defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true },
  },
  MuiFormControl: {
    defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true },
  },
  MuiOutlinedInput: {
    styleOverrides: { notchedOutline: { borderColor: tokens.line } },
  },
  MuiTableCell: {
    styleOverrides: {
      root: {
        borderColor: tokens.lineFaint,
        padding: '6px',
        height: 56,
        whiteSpace: 'nowrap',
      },
      head: { height: 40, color: tokens.secondary, fontSize: 12.5, fontWeight: 560 },
    },
  },
  MuiSkeleton: { defaultProps: { role: 'progressbar', 'aria-label': 'Loading' } },
  MuiCircularProgress: { defaultProps: { 'aria-label': 'Loading' } },
  // React-admin’s grey has too little contrast.
  RaLoading: {
    styleOverrides: { root: { '& .RaLoading-message': { color: tokens.secondary } } },
  },
  // Grey boxes in a table that loads, in both themes.
  RaPlaceholder: {
    styleOverrides: { root: { backgroundColor: tokens.lineFaint, borderRadius: 4 } },
  },
  MuiTableRow: {
    styleOverrides: { root: { '&:last-child td': { borderBottom: 0 } } },
  },
  RaDataTable: {
    // A closed panel takes no space.
    styleOverrides: { root: { '& .RaDataTable-expandRow > td': { height: 'auto' } } },
  },
  MuiCheckbox: {
    defaultProps: {
      // React-admin puts the label on the element around the input, where screen readers don’t find it.
      slotProps: {
        root: { 'aria-label': undefined },
        input: (owner: object) => ({ 'aria-label': labelOf(owner) }),
      },
    },
  },
  MuiDialog: {
    styleOverrides: {
      paper: {
        '@media (max-width: 600px)': {
          margin: 8,
          width: 'calc(100% - 16px)',
          maxHeight: 'calc(100% - 16px)',
        },
      },
    },
  },
  MuiDialogTitle: {
    styleOverrides: { root: { fontSize: 17, fontWeight: 660, overflowWrap: 'anywhere' } },
  },
  MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 16px' } } },
  RaBulkActionsToolbar: {
    // Above the rows instead of over what is above the table.
    styleOverrides: {
      root: {
        '& .RaBulkActionsToolbar-toolbar': { position: 'relative', transform: 'none' },
        // Its buttons are off screen, where the keyboard would still reach them.
        '& .RaBulkActionsToolbar-collapsed': { visibility: 'hidden' },
        '& .RaBulkActionsToolbar-toolbar, & .MuiButton-text': { color: tokens.text },
      },
    },
  },
  // A name may be one long word.
  MuiBreadcrumbs: { styleOverrides: { li: { minWidth: 0, overflowWrap: 'anywhere' } } },
  MuiTooltip: { defaultProps: { arrow: true } },
  MuiLink: { defaultProps: { underline: 'hover' } },
});
