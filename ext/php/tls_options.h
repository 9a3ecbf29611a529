/* SPDX-License-Identifier: MIT
 *
 * PHP's ssl context options, as far as a server has them, for the engine's TLS.
 */
#ifndef WSCHAT_TLS_OPTIONS_H
#define WSCHAT_TLS_OPTIONS_H

#include "php_wschat.h"

/* Are these all options that the engine has, with values that it takes? Says nothing of
 * files. Runs no user code. */
bool wschat_tls_knows(HashTable *array);

/* Reads what the options name; one reference is the caller's. `argument` is the number
 * of the array that has them under "tls" among the arguments of the function. NULL: a
 * ValueError says which option is none or has no such value, or a RuntimeException
 * which file is no good. */
struct wsc_tls *wschat_tls_new(HashTable *array, uint32_t argument);

#endif
