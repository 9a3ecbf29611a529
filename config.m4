dnl SPDX-License-Identifier: MIT
dnl
dnl phpize turns this into ./configure. libevent is the one library that must be
dnl there; OpenSSL and zlib are on unless switched off. The engine (ext/engine)
dnl and the binding (ext/php) are compiled with flags of their own: the engine
dnl knows nothing of PHP and bears every warning.

PHP_ARG_ENABLE([wschat],
  [whether to enable the WebSocket server wschat],
  [AS_HELP_STRING([--enable-wschat],
    [Enable wschat, a WebSocket server on libevent])],
  [yes])

PHP_ARG_WITH([wschat-openssl],
  [for OpenSSL in wschat],
  [AS_HELP_STRING([--without-wschat-openssl],
    [wschat: build without OpenSSL])],
  [yes],
  [no])

PHP_ARG_WITH([wschat-zlib],
  [for zlib in wschat],
  [AS_HELP_STRING([--without-wschat-zlib],
    [wschat: build without zlib])],
  [yes],
  [no])

PHP_ARG_ENABLE([wschat-dev],
  [whether warnings are errors in wschat],
  [AS_HELP_STRING([--enable-wschat-dev],
    [wschat: -Wall -Wextra -Werror, for work on wschat itself; with =coverage it counts lines])],
  [no],
  [no])

PHP_ARG_ENABLE([wschat-asan],
  [whether to build wschat with AddressSanitizer and UBSan],
  [AS_HELP_STRING([--enable-wschat-asan],
    [wschat: AddressSanitizer and UBSan; loads only into a PHP built likewise])],
  [no],
  [no])

dnl WSCHAT_LIBRARY(variable, modules for pkg-config, action if missing)
AC_DEFUN([WSCHAT_LIBRARY],[
  PKG_CHECK_MODULES([$1],[$2],[
    PHP_EVAL_INCLINE([$]$1[_CFLAGS])
    PHP_EVAL_LIBLINE([$]$1[_LIBS], WSCHAT_SHARED_LIBADD)
  ],[$3])
])

if test "$PHP_WSCHAT" != "no"; then
  AC_MSG_CHECKING([whether PHP is 8.1 or later])
  if test -n "$PHP_CONFIG"; then
    wschat_php_vernum=`$PHP_CONFIG --vernum`
  else
    wschat_php_vernum=$PHP_VERSION_ID
  fi
  if test "$wschat_php_vernum" -lt 80100; then
    AC_MSG_RESULT([no])
    AC_MSG_ERROR([wschat needs PHP 8.1 or later; for another PHP: ./configure --with-php-config=/path/to/php-config])
  fi
  AC_MSG_RESULT([yes])

  if test -z "$PKG_CONFIG" || test ! -x "$PKG_CONFIG"; then
    AC_MSG_ERROR([wschat finds its libraries with pkg-config, which is missing. Debian, Ubuntu: apt-get install pkg-config; Fedora: dnf install pkgconf-pkg-config; Alpine: apk add pkgconf; macOS: brew install pkg-config])
  fi

  WSCHAT_LIBRARY([WSCHAT_EVENT],[libevent_core >= 2.1.8],[
    AC_MSG_ERROR([wschat needs libevent 2.1.8 or later. Debian, Ubuntu: apt-get install libevent-dev; Fedora: dnf install libevent-devel; Alpine: apk add libevent-dev; macOS: brew install libevent. Elsewhere: set PKG_CONFIG_PATH to the folder of libevent_core.pc])
  ])

  wschat_engine_features=
  if test "$PHP_WSCHAT_OPENSSL" != "no"; then
    WSCHAT_LIBRARY([WSCHAT_OPENSSL],[openssl >= 1.1.1],[
      AC_MSG_ERROR([wschat uses OpenSSL 1.1.1 or later. Debian, Ubuntu: apt-get install libssl-dev; Fedora: dnf install openssl-devel; Alpine: apk add openssl-dev; macOS: brew install openssl. To build without it: --without-wschat-openssl])
    ])
    AC_DEFINE([WSCHAT_HAVE_OPENSSL],[1],[wschat is linked with OpenSSL])
    wschat_engine_features="-DWSC_HAVE_OPENSSL=1"
  fi

  if test "$PHP_WSCHAT_ZLIB" != "no"; then
    WSCHAT_LIBRARY([WSCHAT_ZLIB],[zlib >= 1.2.11],[
      AC_MSG_ERROR([wschat uses zlib 1.2.11 or later. Debian, Ubuntu: apt-get install zlib1g-dev; Fedora: dnf install zlib-devel; Alpine: apk add zlib-dev; macOS: brew install zlib. To build without it: --without-wschat-zlib])
    ])
    AC_DEFINE([WSCHAT_HAVE_ZLIB],[1],[wschat is linked with zlib])
    wschat_engine_features="$wschat_engine_features -DWSC_HAVE_ZLIB=1"
  fi

  WSCHAT_CFLAGS="-std=gnu11 -fvisibility=hidden"
  dnl The engine has no config.h.
  WSCHAT_ENGINE_CFLAGS="$wschat_engine_features"
  WSCHAT_BINDING_CFLAGS="-DZEND_ENABLE_STATIC_TSRMLS_CACHE=1"
  if test "$PHP_WSCHAT_DEV" != "no"; then
    WSCHAT_CFLAGS="$WSCHAT_CFLAGS -Wall -Wextra -Werror"
    dnl Faults on purpose, see ext/engine/fault.h.
    WSCHAT_ENGINE_CFLAGS="$WSCHAT_ENGINE_CFLAGS -DWSC_FAULTS=1"
    dnl PHP's own macros and headers need these two.
    WSCHAT_BINDING_CFLAGS="$WSCHAT_BINDING_CFLAGS -Wno-unused-parameter -Wno-missing-field-initializers"
  fi
  if test "$PHP_WSCHAT_DEV" = "coverage"; then
    CFLAGS="$CFLAGS -g --coverage"
    WSCHAT_ENGINE_CFLAGS="$WSCHAT_ENGINE_CFLAGS -DWSC_COVERAGE=1"
  fi
  if test "$PHP_WSCHAT_ASAN" != "no"; then
    WSCHAT_CFLAGS="$WSCHAT_CFLAGS -g -O1 -fno-omit-frame-pointer"
    dnl In CFLAGS, so that the link gets it too.
    CFLAGS="$CFLAGS -fsanitize=address,undefined -fno-sanitize-recover=undefined"
  fi

  wschat_engine_sources=" \
    ext/engine/accept_key.c \
    ext/engine/activation.c \
    ext/engine/address.c \
    ext/engine/addresses.c \
    ext/engine/backlog.c \
    ext/engine/bans.c \
    ext/engine/broadcast.c \
    ext/engine/compression.c \
    ext/engine/condition.c \
    ext/engine/conn.c \
    ext/engine/date.c \
    ext/engine/decoder.c \
    ext/engine/deflate.c \
    ext/engine/drain.c \
    ext/engine/ending.c \
    ext/engine/endpoint.c \
    ext/engine/extension.c \
    ext/engine/fault.c \
    ext/engine/file.c \
    ext/engine/forwarded.c \
    ext/engine/frame.c \
    ext/engine/handshake.c \
    ext/engine/http.c \
    ext/engine/inflate.c \
    ext/engine/input.c \
    ext/engine/io.c \
    ext/engine/listener.c \
    ext/engine/log.c \
    ext/engine/loop.c \
    ext/engine/media.c \
    ext/engine/memory.c \
    ext/engine/message.c \
    ext/engine/no_tls.c \
    ext/engine/no_unix.c \
    ext/engine/no_zlib.c \
    ext/engine/notify.c \
    ext/engine/options.c \
    ext/engine/origin.c \
    ext/engine/output.c \
    ext/engine/outq.c \
    ext/engine/path.c \
    ext/engine/proxy.c \
    ext/engine/rate.c \
    ext/engine/response.c \
    ext/engine/roster.c \
    ext/engine/server.c \
    ext/engine/signal.c \
    ext/engine/simd.c \
    ext/engine/site.c \
    ext/engine/slow.c \
    ext/engine/socket.c \
    ext/engine/stats.c \
    ext/engine/timer.c \
    ext/engine/tls.c \
    ext/engine/tls_context.c \
    ext/engine/trace.c \
    ext/engine/utf8.c \
    ext/engine/watch.c \
    ext/engine/web_origin.c"

  wschat_binding_sources=" \
    ext/php/alias.c \
    ext/php/apart.c \
    ext/php/app.c \
    ext/php/app_socket.c \
    ext/php/await.c \
    ext/php/backpressure.c \
    ext/php/ban.c \
    ext/php/broadcast.c \
    ext/php/chain.c \
    ext/php/client_negotiator.c \
    ext/php/close_response.c \
    ext/php/component.c \
    ext/php/connection.c \
    ext/php/connections.c \
    ext/php/deflate_options.c \
    ext/php/emitter.c \
    ext/php/emitter_callback.c \
    ext/php/event.c \
    ext/php/event_loop.c \
    ext/php/fiber.c \
    ext/php/flash_policy.c \
    ext/php/foreign.c \
    ext/php/frame.c \
    ext/php/frame_check.c \
    ext/php/gate.c \
    ext/php/handle.c \
    ext/php/handshake.c \
    ext/php/hooks.c \
    ext/php/http_layers.c \
    ext/php/ip_black_list.c \
    ext/php/listen.c \
    ext/php/listener.c \
    ext/php/log.c \
    ext/php/loop.c \
    ext/php/mask.c \
    ext/php/message.c \
    ext/php/message_buffer.c \
    ext/php/message_sender.c \
    ext/php/messaging.c \
    ext/php/names.c \
    ext/php/negotiation.c \
    ext/php/no_privileges.c \
    ext/php/object.c \
    ext/php/options.c \
    ext/php/origin_check.c \
    ext/php/payload.c \
    ext/php/privileges.c \
    ext/php/psr7.c \
    ext/php/psr7_any.c \
    ext/php/psr7_headers.c \
    ext/php/psr7_message.c \
    ext/php/psr7_parse.c \
    ext/php/psr7_request.c \
    ext/php/psr7_response.c \
    ext/php/psr7_stream.c \
    ext/php/psr7_uri.c \
    ext/php/ratchet.c \
    ext/php/ratchet_http.c \
    ext/php/ratchet_server.c \
    ext/php/ratchet_websocket.c \
    ext/php/react_socket.c \
    ext/php/react_socket_connection.c \
    ext/php/react_socket_errno.c \
    ext/php/react_socket_io.c \
    ext/php/react_socket_limiting.c \
    ext/php/react_socket_listener.c \
    ext/php/react_socket_pipe.c \
    ext/php/react_socket_secure.c \
    ext/php/react_socket_takeover.c \
    ext/php/react_socket_wrapper.c \
    ext/php/regex.c \
    ext/php/request_filter.c \
    ext/php/router.c \
    ext/php/router_query.c \
    ext/php/routing.c \
    ext/php/routing_collection.c \
    ext/php/routing_compile.c \
    ext/php/routing_context.c \
    ext/php/routing_route.c \
    ext/php/server.c \
    ext/php/signal.c \
    ext/php/socket.c \
    ext/php/stats.c \
    ext/php/stop.c \
    ext/php/stopwatch.c \
    ext/php/takeover.c \
    ext/php/text_options.c \
    ext/php/timer.c \
    ext/php/tls_options.c \
    ext/php/verifier.c \
    ext/php/wamp.c \
    ext/php/wamp_connection.c \
    ext/php/wamp_protocol.c \
    ext/php/wamp_topic.c \
    ext/php/wamp_topics.c \
    ext/php/watch.c \
    ext/php/wire.c \
    ext/php/ws_connection.c \
    ext/php/ws_session.c \
    ext/wschat.c"

  PHP_NEW_EXTENSION([wschat],
    [$wschat_binding_sources],
    [$ext_shared],,
    [$WSCHAT_CFLAGS $WSCHAT_BINDING_CFLAGS])
  if test "$ext_shared" = "yes"; then
    PHP_ADD_SOURCES_X([$ext_dir],
      [$wschat_engine_sources],
      [$WSCHAT_CFLAGS $WSCHAT_ENGINE_CFLAGS -DZEND_COMPILE_DL_EXT=1],
      [shared_objects_wschat],
      [yes])
  else
    PHP_ADD_SOURCES([$ext_dir],
      [$wschat_engine_sources],
      [$WSCHAT_CFLAGS $WSCHAT_ENGINE_CFLAGS])
  fi
  PHP_ADD_BUILD_DIR([$ext_builddir/ext/engine],[1])
  PHP_ADD_BUILD_DIR([$ext_builddir/ext/php],[1])
  PHP_ADD_INCLUDE([$ext_srcdir/ext])
  PHP_ADD_EXTENSION_DEP([wschat],[spl])
  PHP_SUBST([WSCHAT_SHARED_LIBADD])

  dnl unit, layers, arginfo, format-check, check; inside php-src those names are
  dnl not ours to take.
  if test "$ext_builddir" = "."; then
    PHP_SUBST([WSCHAT_EVENT_CFLAGS])
    PHP_SUBST([WSCHAT_EVENT_LIBS])
    PHP_SUBST([WSCHAT_ZLIB_LIBS])
    PHP_SUBST([WSCHAT_OPENSSL_LIBS])
    PHP_ADD_MAKEFILE_FRAGMENT([$ext_srcdir/ext/Makefile.frag])
  fi
fi
