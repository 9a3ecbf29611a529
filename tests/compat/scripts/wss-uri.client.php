<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->tls()->send('raw bytes over TLS')->bytes(18);
    $talk->connect()->send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")->eof();
    $talk->out('RuntimeException');
    $a->send('and on')->bytes(6)->drop();
};
