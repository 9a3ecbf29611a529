<?php
/* SPDX-License-Identifier: MIT
 *
 * A chat that logs each connection.
 */

require __DIR__ . '/../prelude.inc';

docs_server(['log_level' => 'info'])->run();
