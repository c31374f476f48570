export { counted } from '../../../common/locale.ts';
