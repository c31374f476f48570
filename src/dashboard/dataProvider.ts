import simpleRestProvider from 'ra-data-simple-rest';
import { fetchRecords } from './shared/http.ts';

export const dataProvider = simpleRestProvider('/api', fetchRecords);
