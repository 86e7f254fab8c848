export { loadLookUps } from '../question/typed/dictionaries.ts';
