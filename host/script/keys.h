/* What a state keeps in its registry. */
#ifndef GS_SCRIPT_KEYS_H
#define GS_SCRIPT_KEYS_H

#define GS_KEY_EXTRACT "gisa.extract"
#define GS_KEY_CONFIG "gisa.config"
#define GS_KEY_FIELDS "gisa.fields"
#define GS_KEY_MODULES "gisa.modules" /* name → value of each module that was required */

#endif
