/* SPDX-License-Identifier: MIT
 *
 * Signals on the loop: addSignal() and removeSignal() over the engine's, with or
 * without ext/pcntl; and that handlers of pcntl_signal() run at once while the
 * loop sleeps, for which the loop's bell is hung behind them. Called by scripts,
 * by the engine and, for the bell, by the kernel.
 */
#include "callback.h"
#include "classes.h"
#include "loop.h"
#include "server.h"

#include "zend_closures.h"
#include "zend_exceptions.h"
#include "zend_signal.h"

#include "ext/spl/spl_exceptions.h"

#include <signal.h>

#ifndef NSIG
#define NSIG 65
#endif

struct listener {
	struct wschat_callback callback;
	unsigned refs; /* the table's, and one of each round of calls */
};

/* ---- the listeners of one signal ---------------------------------------------------- */

static void release(struct listener *listener)
{
	if (--listener->refs == 0) {
		wschat_callback_drop(&listener->callback);
		efree(listener);
	}
}

static void release_element(zval *element)
{
	release(Z_PTR_P(element));
}

static void free_list(zval *element)
{
	zend_hash_destroy(Z_PTR_P(element));
	FREE_HASHTABLE(Z_PTR_P(element));
}

static HashTable *list_of(int number)
{
	return WSCHAT_G(signals) ? zend_hash_index_find_ptr(WSCHAT_G(signals), (zend_ulong) number) : NULL;
}

static HashTable *new_list(int number)
{
	HashTable *list;

	if (!WSCHAT_G(signals)) {
		ALLOC_HASHTABLE(WSCHAT_G(signals));
		zend_hash_init(WSCHAT_G(signals), 4, NULL, free_list, false);
	}
	ALLOC_HASHTABLE(list);
	zend_hash_init(list, 4, NULL, release_element, false);
	return zend_hash_index_add_new_ptr(WSCHAT_G(signals), (zend_ulong) number, list);
}

/* $object->method(...) is a new Closure each time. */
static bool is_same(zval *a, zval *b)
{
	if (Z_TYPE_P(a) == IS_OBJECT && Z_TYPE_P(b) == IS_OBJECT && Z_OBJCE_P(a) == zend_ce_closure &&
	    Z_OBJCE_P(b) == zend_ce_closure) {
		return zend_compare(a, b) == 0;
	}
	return zend_is_identical(a, b);
}

static bool find(HashTable *list, zval *callable, zend_ulong *index)
{
	zend_ulong key;
	struct listener *listener;

	ZEND_HASH_FOREACH_NUM_KEY_PTR(list, key, listener)
	{
		if (is_same(&listener->callback.callable, callable)) {
			*index = key;
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

/* As in React: those that were there when the signal was seen. */
static void call_listeners(void *arg)
{
	int number = *(int *) arg;
	HashTable *list = list_of(number);
	uint32_t count = list ? zend_hash_num_elements(list) : 0, i = 0;
	struct listener **round, *listener;
	zval argument;

	if (count == 0) {
		return;
	}
	round = safe_emalloc(count, sizeof *round, 0);
	ZEND_HASH_FOREACH_PTR(list, listener) {
		listener->refs++;
		round[i++] = listener;
	}
	ZEND_HASH_FOREACH_END();
	ZVAL_LONG(&argument, number);
	for (i = 0; i < count; i++) {
		if (!EG(exception)) {
			wschat_callback_call(&round[i]->callback, 1, &argument);
		}
		release(round[i]);
	}
	efree(round);
}

void wschat_signal_on_signal(int number)
{
#ifdef SIGHUP
	if (number == SIGHUP && !list_of(number)) {
		wschat_server_reload_all();
		return;
	}
#endif
	wschat_gate_guard(call_listeners, &number);
}

void wschat_signal_shutdown(bool release)
{
	HashTable *signals = WSCHAT_G(signals);

	WSCHAT_G(signals) = NULL;
	if (signals && release) {
		zend_hash_destroy(signals);
		FREE_HASHTABLE(signals);
	}
}

/* ---- WsChat\Loop ---------------------------------------------------------------- */

/* 0: an exception says why. A string is taken, also where a strict_types file
 * calls: React's parameters have no type. */
static int number_of(zval *argument)
{
	zend_long number;

	if (Z_TYPE_P(argument) == IS_LONG) {
		number = Z_LVAL_P(argument);
	} else if (!zend_parse_arg_long_weak(argument, &number, 1)) {
		if (!EG(exception)) {
			zend_argument_type_error(1, "must be of type int, %s given", zend_zval_type_name(argument));
		}
		return 0;
	}
	if (number < 1 || number >= NSIG) {
		zend_argument_value_error(1, "must be the number of a signal, 1 to %d", NSIG - 1);
		return 0;
	}
	return (int) number;
}

static bool listen_to(int number)
{
	struct wsc_loop *loop = wschat_loop_get();
	int error = 0;

	if (!loop) {
		return false;
	}
	switch (wsc_signal_catch(loop, number, &error)) {
	case WSC_OK:
		return true;
	case WSC_BUSY:
		zend_throw_exception_ex(spl_ce_RuntimeException, 0, "The loop of another thread listens to signal %d", number);
		return false;
	default:
		if (error == EINVAL) {
			zend_argument_value_error(1, "must be a signal that can be caught, %d given", number);
		} else {
			zend_throw_exception_ex(spl_ce_RuntimeException, error, "Cannot listen to signal %d: %s", number,
			                        strerror(error));
		}
		return false;
	}
}

ZEND_METHOD(WsChat_Loop, addSignal)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	struct listener *listener;
	HashTable *list;
	zval *argument;
	zend_ulong index;
	int number;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "zf", &argument, &fci, &fcc) == FAILURE) {
		RETURN_THROWS();
	}
	number = number_of(argument);
	if (!number) {
		RETURN_THROWS();
	}
	list = list_of(number);
	if (!list) {
		if (!listen_to(number)) {
			RETURN_THROWS();
		}
		list = new_list(number);
	} else if (find(list, &fci.function_name, &index)) {
		return;
	}
	listener = emalloc(sizeof *listener);
	listener->refs = 1;
	wschat_callback_set(&listener->callback, &fci, &fcc);
	zend_hash_next_index_insert_ptr(list, listener);
}

ZEND_METHOD(WsChat_Loop, removeSignal)
{
	HashTable *list;
	zval *argument, *callable;
	zend_ulong index;
	int number;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "zz", &argument, &callable) == FAILURE) {
		RETURN_THROWS();
	}
	number = number_of(argument);
	if (!number) {
		RETURN_THROWS();
	}
	list = list_of(number);
	if (!list || !find(list, callable, &index)) {
		return;
	}
	if (zend_hash_num_elements(list) > 1) {
		zend_hash_index_del(list, index);
		return;
	}
	if (WSCHAT_G(loop)) {
		wsc_signal_release(WSCHAT_G(loop), number);
	}
	zend_hash_index_del(WSCHAT_G(signals), (zend_ulong) number);
}

/* ---- pcntl_signal() while the loop sleeps -------------------------------------------- */

/*
 * PHP keeps the handlers of the process in one table, behind a handler of its
 * own. pcntl's only notes the signal, which nobody looks at while the loop
 * sleeps: so it is followed by the bell, and the turn does. A handler that is
 * set later replaces ours, and is found before the next sleep. SIGPROF is PHP's
 * time limit, which does not run while nothing does.
 */
#ifdef ZEND_SIGNALS

static void follow_plain(int number)
{
	((void (*)(int)) WSCHAT_G(chained)[number - 1].handler)(number);
	wsc_loop_ring(WSCHAT_G(loop));
}

static void follow_info(int number, siginfo_t *info, void *context)
{
	((void (*)(int, siginfo_t *, void *)) WSCHAT_G(chained)[number - 1].handler)(number, info, context);
	wsc_loop_ring(WSCHAT_G(loop));
}

static bool is_ours(const zend_signal_entry_t *entry)
{
	return entry->handler == (void *) follow_plain || entry->handler == (void *) follow_info;
}

static bool chain(int number)
{
	zend_signal_entry_t *entry = &SIGG(handlers)[number - 1];

	if (!WSCHAT_G(chained)) {
		if (!wsc_loop_hang_bell(WSCHAT_G(loop))) {
			return false; /* within a second, then */
		}
		WSCHAT_G(chained) = pecalloc(NSIG, sizeof *entry, true);
	}
	WSCHAT_G(chained)[number - 1] = *entry;
	entry->handler = entry->flags & SA_SIGINFO ? (void *) follow_info : (void *) follow_plain;
	return true;
}

static bool chain_all(void)
{
	int number;

	for (number = 1; number < NSIG; number++) {
		const zend_signal_entry_t *entry = &SIGG(handlers)[number - 1];

		if (entry->handler != (void *) SIG_DFL && entry->handler != (void *) SIG_IGN && number != SIGPROF &&
		    !is_ours(entry) && !chain(number)) {
			return false;
		}
	}
	return true;
}

/* In every turn, nearly all of which find the table as it was. */
void wschat_signal_before_sleep(void)
{
	if (WSCHAT_G(seen) && memcmp(WSCHAT_G(seen), SIGG(handlers), sizeof SIGG(handlers)) == 0) {
		return;
	}
	if (!WSCHAT_G(seen)) {
		WSCHAT_G(seen) = pemalloc(sizeof SIGG(handlers), true);
	}
	if (chain_all()) {
		memcpy(WSCHAT_G(seen), SIGG(handlers), sizeof SIGG(handlers));
	}
}

void wschat_signal_unchain(void)
{
	int number;

	pefree(WSCHAT_G(seen), true);
	WSCHAT_G(seen) = NULL;
	if (!WSCHAT_G(chained)) {
		return;
	}
	for (number = 1; number < NSIG; number++) {
		zend_signal_entry_t *entry = &SIGG(handlers)[number - 1];

		if (is_ours(entry)) {
			entry->handler = WSCHAT_G(chained)[number - 1].handler;
		}
	}
	pefree(WSCHAT_G(chained), true);
	WSCHAT_G(chained) = NULL;
}

#else

void wschat_signal_before_sleep(void)
{
}

void wschat_signal_unchain(void)
{
}

#endif

#ifndef PHP_WIN32

bool wschat_signal_is_default(int number)
{
	struct sigaction present;

	if (sigaction(number, NULL, &present) != 0) {
		return false;
	}
	if (!(present.sa_flags & SA_SIGINFO)) {
		return present.sa_handler == SIG_DFL;
	}
#ifdef ZEND_SIGNALS
	return SIGG(handlers)[number - 1].handler == (void *) SIG_DFL; /* what PHP's own is in front of */
#else
	return false;
#endif
}

/* ---- SIGHUP ------------------------------------------------------------------------------ */

/* At a terminal it means that the terminal is gone. */
void wschat_signal_reload_on_hangup(void)
{
	int error;

	if (!list_of(SIGHUP) && wschat_signal_is_default(SIGHUP) && !isatty(STDIN_FILENO) &&
	    wsc_signal_catch(wschat_loop_get(), SIGHUP, &error) == WSC_OK) {
		wsc_signal_loosen(wschat_loop_get(), SIGHUP);
	}
}

#else

/* There are none that anybody sends to a server: nothing to take over. */
bool wschat_signal_is_default(int number)
{
	(void) number;
	return false;
}

void wschat_signal_reload_on_hangup(void)
{
}

#endif
