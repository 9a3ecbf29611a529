/* SPDX-License-Identifier: MIT
 *
 * L3: the defaults of the options. The table itself is in option.h, where
 * the embedder reads it too.
 */
#include "wsc.h"

void wsc_options_init(struct wsc_options *options)
{
#define VALUE_SIZE(value) value
#define VALUE_COUNT(value) value
#define VALUE_SECONDS(value) value
#define VALUE_FLAG(value) value
#define VALUE_MODE(value) value
#define VALUE_POLICY(value) WSC_SLOW_##value
#define VALUE_RATE_POLICY(value) WSC_RATE_##value
#define VALUE_LOG_LEVEL(value) WSC_LOG_##value
#define SET_DEFAULT(name, kind, def, min, max, doc) options->name = VALUE_##kind(def);
	WSC_OPTIONS(SET_DEFAULT)
#undef SET_DEFAULT
}
