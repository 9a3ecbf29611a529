/* SPDX-License-Identifier: MIT
 *
 * The options of a server as PHP sees them: ini entries wschat.NAME for the
 * defaults, an array for one server. Both come from WSC_OPTIONS in engine/option.h.
 */
#ifndef WSCHAT_OPTIONS_H
#define WSCHAT_OPTIONS_H

#include "callback.h"
#include "privileges.h"

void wschat_options_register(int type, int module_number);

/* Overlays `options` with an array as PHP code writes it. false: a ValueError
 * or TypeError that names key, value and what is allowed has been thrown.
 * `argument` is the number of the array among the arguments. */
bool wschat_options_parse(struct wsc_options *options, HashTable *array, uint32_t argument);

/* The one entry that is no row of the table: the options of TLS, borrowed; NULL: plain TCP.
 * false: it is no array, and a ValueError says so. */
bool wschat_options_tls(HashTable *array, uint32_t argument, HashTable **tls);

/* One that is a callable, or null, into `callback`, which has none yet. `options` may be
 * NULL. false: a ValueError. May run user code (autoloaders). */
bool wschat_options_callable(HashTable *options, const char *name, struct wschat_callback *callback, uint32_t argument);

/* ---- text_options.c: those of WSC_TEXT_OPTIONS -------------------------------- */

struct wschat_text_options {
	HashTable *listen;           /* a list of strings; one reference              */
	struct wsc_network *trusted; /* PHP's memory, or NULL                         */
	size_t trusted_count;
	zend_string *forwarded_header;  /* one reference */
	struct wsc_web_origin *origins; /* PHP's memory, or NULL                     */
	size_t origin_count;
	bool origins_given;         /* by the array, and not empty                   */
	struct wsc_network *banned; /* PHP's memory, or NULL                         */
	size_t banned_count;
	zend_string *document_root;  /* a folder, as realpath(3) has it; one reference, or NULL: none */
	zend_string *health_path;    /* one reference, or NULL: none                                  */
	zend_string *metrics_path;   /* the same                                                      */
	struct wsc_network *readers; /* PHP's memory, or NULL: who may read that                     */
	size_t reader_count;
	struct wschat_privileges privileges;
};

void wschat_text_options_register(int type, int module_number);
const char *wschat_text_option(size_t index); /* its name; NULL: no more */
bool wschat_text_option_exists(const zend_string *name);

/* From the array, or from ini entries what it does not have; NULL: all of it.
 * false: as wschat_options_parse(), and there is nothing to free. Runs no user code. */
bool wschat_text_options_parse(struct wschat_text_options *options, HashTable *array, uint32_t argument);
void wschat_text_options_dtor(struct wschat_text_options *options);

/* The engine's view of them, valid as long as they are. */
void wschat_text_options_apply(const struct wschat_text_options *options, struct wsc_server_config *config);
/* Those of a server that is there already. false: an exception, and it is to be freed. */
bool wschat_text_options_furnish(const struct wschat_text_options *options, struct wsc_server *server);

/* A list of strings from an array of them or from one with commas, without white space
 * around them and empty ones; NULL: it is neither. */
HashTable *wschat_text_list(zval *value);

#endif
