import { defaultTheme, type RaThemeOptions } from 'react-admin';
import type { Tokens } from '../../common/design-tokens.ts';

type Mode = 'light' | 'dark';

const labelOf = (owner: object): string | undefined =>
  'aria-label' in owner ? String(owner['aria-label']) : undefined;

/** For people who get ill from motion: https://www.w3.org/WAI/WCAG22/Understanding/animation-from-interactions */
const withoutMotion = {
  '@media (prefers-reduced-motion: reduce)': {
    '*, ::before, ::after': {
      animationDuration: '0.01ms !important',
      animationIterationCount: '1 !important',
      // However short, they would be transitions of all that changes, and what elements inherit, such as their visibility,
      // would change one level of them after the other.
      transition: 'none !important',
      scrollBehavior: 'auto !important',
    },
  },
};

/** Prints the page’s contents, with colours that mean something, and without what can only be clicked. */
const onPaper = (mode: Mode) => ({
  '@media print': {
    // Dark on light in the dark theme too. The paper itself is not part of what is inverted.
    html:
      mode === 'dark'
        ? { filter: 'invert(1) hue-rotate(180deg)', colorScheme: 'light !important' }
        : {},
    '*': { printColorAdjust: 'exact' },
    'body, #root > *, .MuiCard-root': { backgroundColor: 'transparent !important' },
    '.MuiButton-root, .MuiIconButton-root, .MuiCheckbox-root, .MuiTablePagination-root, .RaFilterForm-filterFormInput, .MuiSnackbar-root, .MuiToggleButtonGroup-root':
      {
        display: 'none !important',
      },
    // In a row, they say what to do next.
    'td .MuiButton-root': { display: 'inline-flex !important', border: '0 !important' },
    ':focus-visible': { outline: 'none !important' },
    '.MuiCard-root': { overflow: 'visible !important' },
    'tr, li, section': { breakInside: 'avoid' },
  },
});

/** The look of MUI's and react-admin's components: thin lines instead of shadows, rows of two lines. */
export const componentsOf = (mode: Mode, tokens: Tokens): RaThemeOptions['components'] => ({
  ...defaultTheme.components,
  MuiCssBaseline: {
    styleOverrides: {
      body: { fontVariantNumeric: 'tabular-nums' },
      // Buttons and checkboxes without a name, which do nothing, in a table that loads.
      '.RaDataTable-expandIcon[aria-hidden=true], .RaDataTable-expandIconCell .select-all': {
        visibility: 'hidden',
      },
      ...withoutMotion,
      ...onPaper(mode),
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
  // A pale ripple alone is hard to see.
  MuiButtonBase: {
    styleOverrides: {
      root: {
        '&.Mui-focusVisible': { outline: `2px solid ${tokens.brand}`, outlineOffset: 2 },
        // Within what scrolls, which cuts off an outline outside.
        '&.MuiTab-root, &.MuiMenuItem-root': { outlineOffset: -2 },
      },
    },
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
  // The brand's blue has too little contrast on a notification's dark grey, and so does react-admin's paler blue.
  MuiSnackbarContent: {
    styleOverrides: {
      action: {
        '& .MuiButton-root.MuiButton-root': { color: 'inherit', textDecoration: 'underline' },
      },
    },
  },
  // Grey boxes in a table that loads, in both themes.
  RaPlaceholder: {
    styleOverrides: { root: { backgroundColor: tokens.lineFaint, borderRadius: 4 } },
  },
  MuiTableRow: {
    styleOverrides: {
      root: {
        '&:last-child td': { borderBottom: 0 },
        // The row that shortcuts act on.
        'tbody > &:has(a:focus-visible)': { backgroundColor: tokens.ground },
      },
    },
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
        // Only the content scrolls, so that the buttons stay in sight.
        '& > form': { display: 'flex', flexDirection: 'column', minHeight: 0 },
        '@media (max-width: 600px), (max-height: 500px)': {
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
    // Over the headings, beside the checkbox for all rows: above them it would push the rows down under the pointer.
    styleOverrides: {
      root: {
        '& .RaBulkActionsToolbar-toolbar': {
          transform: 'none',
          transition: 'none',
          minHeight: 40,
          height: 40,
          left: 48,
          borderRadius: 0,
        },
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
