import type { Format } from '../../model/format.ts';
import { sipriDeliveries } from './sipri-deliveries.ts';
import { sipriRegister } from './sipri-register.ts';

export const armsFormats: readonly Format[] = [sipriRegister, sipriDeliveries];
