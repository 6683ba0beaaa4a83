/** The room of measures: fetched when it is first entered. */
import '../style/measures.css';

export { FigureEvidence } from './figure-evidence.tsx';
export { Room } from './room.tsx';
