/* SPDX-License-Identifier: MIT
 *
 * The options of a server as PHP sees them: ini entries wschat.NAME for the
 * defaults, an array for one server. Both come from WSC_OPTIONS in wsc.h.
 */
#ifndef WSCHAT_OPTIONS_H
#define WSCHAT_OPTIONS_H

#include "php_wschat.h"

void wschat_options_register(int type, int module_number);

/* Overlays `options` with an array as PHP code writes it. false: a ValueError
 * or TypeError that names key, value and what is allowed has been thrown.
 * `argument` is the number of the array among the arguments. */
bool wschat_options_parse(struct wsc_options *options, HashTable *array, uint32_t argument);

/* The one entry that is no row of the table: the options of TLS, borrowed; NULL: plain TCP.
 * false: it is no array, and a ValueError says so. */
bool wschat_options_tls(HashTable *array, uint32_t argument, HashTable **tls);

#endif
