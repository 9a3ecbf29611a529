/* SPDX-License-Identifier: MIT
 *
 * L3: the defaults of the options. The table itself is in wsc.h, where the
 * embedder reads it too.
 */
#include "wsc.h"

void wsc_options_init(struct wsc_options *options)
{
#define SET_DEFAULT(name, kind, def, min, max, doc) options->name = def;
	WSC_OPTIONS(SET_DEFAULT)
#undef SET_DEFAULT
}
