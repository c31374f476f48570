import simpleRestProvider from 'ra-data-simple-rest';
import { fetchJson } from './shared/http.ts';

export const dataProvider = simpleRestProvider('/api', fetchJson);
