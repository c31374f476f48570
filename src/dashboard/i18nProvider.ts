import polyglotI18nProvider from 'ra-i18n-polyglot';
import englishMessages from 'ra-language-english';
import { mergeTranslations, type TranslationMessages } from 'react-admin';
import { LOCALE } from '../common/locale.ts';

const SIGNED_OUT = 'You’ve been signed out. Sign in to continue.';
const UNREACHABLE = 'Can’t reach Unstuck. Check your connection and try again.';

/** React-admin's messages, with our wording where its own is unclear. */
const messages: TranslationMessages = mergeTranslations(englishMessages, {
  ra: {
    action: {
      back: 'Go back',
      bulk_actions: '%{smart_count} selected',
      remove_filter: 'Remove filter',
      remove_all_filters: 'Clear filters',
      unselect: 'Clear',
      update_application: 'Reload',
    },
    page: {
      access_denied: 'You don’t have access',
      not_found: 'Page not found',
    },
    message: {
      access_denied: 'Your role doesn’t include this page. Ask an admin.',
      auth_error: 'We couldn’t check your sign-in. Try again.',
      error: 'Something went wrong on this page. Reload it and try again.',
      invalid_form: 'Check the fields marked in red.',
      loading: 'Please wait…',
      placeholder_data_warning: 'Couldn’t refresh. Showing earlier data.',
      unsaved_changes: 'Discard unsaved changes?',
    },
    navigation: {
      no_filtered_results: 'No %{name} found.',
      no_results: 'No %{name} found.',
      no_more_results: 'There is no page %{page}. Go to the previous page.',
      page_out_of_boundaries: 'There is no page %{page}',
      page_out_from_end: 'This is the last page',
      page_out_from_begin: 'This is the first page',
      page_range_info: '%{offsetBegin}–%{offsetEnd} of %{total}',
      partial_page_range_info: '%{offsetBegin}–%{offsetEnd} of more than %{offsetEnd}',
    },
    saved_queries: {
      label: 'Saved filters',
      query_name: 'Name',
      new_label: 'Save these filters…',
      new_dialog_title: 'Save these filters',
      remove_label: 'Remove saved filters',
      remove_label_with_name: 'Remove “%{name}”',
      remove_dialog_title: 'Remove saved filters?',
      remove_message: 'They’ll be removed from your list.',
      help: 'Filter the list, then save the filters for later.',
    },
    sort: { sort_by: 'Sort by %{field_lower_first}' },
    auth: {
      auth_check_error: 'Sign in to continue.',
      sign_in_error: 'We couldn’t sign you in. Try again.',
      logout: 'Sign out',
    },
    notification: {
      updated: 'Saved |||| %{smart_count} saved',
      created: 'Created',
      deleted: 'Deleted |||| %{smart_count} deleted',
      bad_item: 'Not found',
      item_doesnt_exist: 'Not found',
      http_error: UNREACHABLE,
      data_provider_error: 'Something went wrong. Try again.',
      logged_out: SIGNED_OUT,
      not_authorized: 'Your role doesn’t allow this. Ask an admin.',
      offline: UNREACHABLE,
    },
  },
  // The queue’s column Reason sorts by priority, and its button must also contain what it shows:
  // https://www.w3.org/WAI/WCAG22/Understanding/label-in-name
  resources: { customers: { fields: { priority: 'Priority of the reason' } } },
  // React-admin notifies of this when the session has ended while a record was being created.
  'Invalid dataProvider response for create: missing id':
    'You were signed out, so this wasn’t saved. Sign in and try again.',
});

export const i18nProvider = polyglotI18nProvider(
  () => messages,
  LOCALE,
  [{ locale: LOCALE, name: 'English' }],
  { allowMissing: true },
);
