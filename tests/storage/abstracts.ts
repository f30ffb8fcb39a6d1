/** Abstracts for tests, longer than what a key takes of them. */
export const HARBOUR =
  'Small lamps on moored boats tell more about the tide than any gauge does. We count them for three winters, from one window, and find that their order repeats with the moon. A table of all nights is given, with the names of the boats and of the people who rowed them.';
export const WINTER =
  'Salt spread on roads in winter is heard before it is seen. We record the sound of it under two hundred wheels, and describe by how much it is quieter after rain, after snow, and on Sundays in general, when hardly anybody drives and the sea is heard instead.';
