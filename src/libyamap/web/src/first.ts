/**
 * What the first screen is made of. Each part that is fetched later names it, needed or not: what they share with the first
 * screen then stays one file, where it would be cut into one for every set of parts that share something.
 */

import './app';
import './keys';
import './map/mount';
import './own';
import './panels/root';
import './streamlit-words';
