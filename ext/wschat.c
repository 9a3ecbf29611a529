/* SPDX-License-Identifier: MIT
 *
 * The module entry: what PHP calls at the start and end of the process and of
 * the request. Everything else is in php/ (the binding) and engine/.
 */
#include "php_wschat.h"

#include "ext/spl/php_spl.h"
#include "ext/standard/info.h"
#include "php_ini.h"

#include <event2/event.h>
#ifdef WSCHAT_HAVE_OPENSSL
#include <openssl/crypto.h>
#endif
#ifdef WSCHAT_HAVE_ZLIB
#include <zlib.h>
#endif

#include "engine/codec.h"
#include "php/alias.h"
#include "php/classes.h"
#include "php/compat.h"
#include "php/listener.h"
#include "php/loop.h"
#include "php/messaging.h"
#include "php/names.h"
#include "php/options.h"

ZEND_DECLARE_MODULE_GLOBALS(wschat)

static PHP_GINIT_FUNCTION(wschat)
{
#if defined(ZTS) && defined(COMPILE_DL_WSCHAT)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	memset(wschat_globals, 0, sizeof *wschat_globals);
	wsc_options_init(&wschat_globals->defaults);
}

static PHP_MINIT_FUNCTION(wschat)
{
	wsc_simd_init();
	wschat_names_startup(module_number);
	wschat_alias_startup();
	wschat_options_register(type, module_number);
	wschat_ratchet_register(module_number);
	wschat_backpressure_register();
	wschat_listener_register();
	wschat_psr7_register();
	wschat_messaging_minit();
	wschat_negotiation_register();
	wschat_loop_register();
	wschat_react_socket_register();
	wschat_ratchet_http_register();
	wschat_ratchet_websocket_register();
	wschat_ratchet_server_register();
	wschat_wamp_register();
	wschat_app_register();
	wschat_handle_register();
	wschat_stats_register();
	wschat_await_register();
	wschat_compat_take_extra_arguments(EG(current_module));
	wschat_names_hide(EG(current_module));
	return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(wschat)
{
	wschat_alias_shutdown();
	UNREGISTER_INI_ENTRIES();
	return SUCCESS;
}

static PHP_RINIT_FUNCTION(wschat)
{
#if defined(ZTS) && defined(COMPILE_DL_WSCHAT)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	WSCHAT_G(bailed) = false;
	return SUCCESS;
}

static PHP_RSHUTDOWN_FUNCTION(wschat)
{
	wschat_loop_shutdown();
	return SUCCESS;
}

static PHP_MINFO_FUNCTION(wschat)
{
	php_info_print_table_start();
	php_info_print_table_row(2, "WebSocket server (Ratchet API)", "enabled");
	php_info_print_table_row(2, "wschat version", PHP_WSCHAT_VERSION);
	php_info_print_table_row(2, "Vector instructions", wsc_simd.name);
	php_info_print_table_row(2, "libevent version", event_get_version());
#ifdef WSCHAT_HAVE_OPENSSL
	php_info_print_table_row(2, "OpenSSL version", OpenSSL_version(OPENSSL_VERSION));
#else
	php_info_print_table_row(2, "OpenSSL version", "built without OpenSSL");
#endif
#ifdef WSCHAT_HAVE_ZLIB
	php_info_print_table_row(2, "zlib version", zlibVersion());
#else
	php_info_print_table_row(2, "zlib version", "built without zlib");
#endif
	php_info_print_table_end();
	DISPLAY_INI_ENTRIES();
}

/* clang-format off */
static const zend_module_dep wschat_deps[] = {
	ZEND_MOD_REQUIRED("spl")
	ZEND_MOD_REQUIRED("json")
	ZEND_MOD_OPTIONAL("psr")
	ZEND_MOD_END
};

zend_module_entry wschat_module_entry = {
	STANDARD_MODULE_HEADER_EX,
	NULL,
	wschat_deps,
	"wschat",
	NULL,
	PHP_MINIT(wschat),
	PHP_MSHUTDOWN(wschat),
	PHP_RINIT(wschat),
	PHP_RSHUTDOWN(wschat),
	PHP_MINFO(wschat),
	PHP_WSCHAT_VERSION,
	PHP_MODULE_GLOBALS(wschat),
	PHP_GINIT(wschat),
	NULL,
	NULL,
	STANDARD_MODULE_PROPERTIES_EX
};
/* clang-format on */

#ifdef COMPILE_DL_WSCHAT
#ifdef ZTS
ZEND_TSRMLS_CACHE_DEFINE()
#endif
ZEND_GET_MODULE(wschat)
#endif
