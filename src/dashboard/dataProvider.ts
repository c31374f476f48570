import simpleRestProvider from 'ra-data-simple-rest';
import { fetchJson } from './http.ts';

export const dataProvider = simpleRestProvider('/api', fetchJson);
