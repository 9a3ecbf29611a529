/* SPDX-License-Identifier: MIT
 *
 * What every file of the binding shares: the module and its globals. The
 * engine sees nothing of this.
 */
#ifndef PHP_WSCHAT_H
#define PHP_WSCHAT_H

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php.h"

#include "engine/wsc.h"

#define PHP_WSCHAT_VERSION WSC_VERSION

extern zend_module_entry wschat_module_entry;
#define phpext_wschat_ptr &wschat_module_entry

/* clang-format off */
ZEND_BEGIN_MODULE_GLOBALS(wschat)
	struct wsc_options defaults; /* the ini entries                                       */
	struct wsc_loop *loop;       /* made on first use, freed in RSHUTDOWN                 */
	zend_object *loop_object;    /* its PHP face, one reference of ours; or NULL          */
	HashTable *streams[2];       /* watch.c, by direction: resource id => struct stream; or NULL */
	HashTable *signals;          /* signal.c: number => list of listeners; or NULL        */
	struct _zend_signal_entry_t *chained; /* signal.c: handlers that ours follow; or NULL         */
	struct _zend_signal_entry_t *seen; /* … the table of handlers when it was last looked at; or NULL */
	bool loop_ran;               /* since Loop::get() has made it                         */
	HashTable *servers;          /* IoServers that listen: object handle => object        */
	HashTable *known;            /* stop.c: IoServers at work: object handle => server; or NULL */
	bool stopping;               /* … one of them has been stopped                        */
	uint64_t caught;             /* … signals that stop all, a bit each                   */
	struct wschat_job *job;      /* fiber.c: on its way into a Fiber                      */
	zend_object *fibers[8];      /* … those that wait for one, a reference each           */
	unsigned fiber_count;        /* … how many there are                                  */
	bool callback_times;         /* stopwatch.c: the option of that name is on …             */
	uint64_t slow_limit;         /* … microseconds, greatest: no line; 0: nobody asks        */
	uint64_t slow_turned;        /* … when a turn has ended last                          */
	struct wschat_stopwatch *stopwatch; /* … of the callback that runs; or NULL            */
	struct wschat_log_line *log_first; /* log.c: lines that wait for callables; or NULL    */
	struct wschat_log_line *log_last;
	size_t log_count;            /* … how many they are                                   */
	bool log_busy;               /* … one is being called                                 */
	bool bailed;                 /* the gate has caught a bailout that run() must re-raise */
	zend_string *spare;          /* payload.c: memory for the next large message; or NULL  */
	time_t spare_since;          /* … since when                                          */
ZEND_END_MODULE_GLOBALS(wschat)
/* clang-format on */

ZEND_EXTERN_MODULE_GLOBALS(wschat)
#define WSCHAT_G(v) ZEND_MODULE_GLOBALS_ACCESSOR(wschat, v)

#if defined(ZTS) && defined(COMPILE_DL_WSCHAT)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

#endif
