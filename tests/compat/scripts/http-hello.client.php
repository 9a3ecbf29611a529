<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->connect()->send(Peer::get('/x?world'))->eof();
    $talk->out('closed');
    $talk->connect()->send("GET / HTTP/1.0\r\n\r\n")->eof();
    $talk->out('closed');
    $a = $talk->connect()->send(Peer::get('/stay?a=b%20c'))->until('Hello')->send("GET /second HTTP/1.1\r\n\r\n")->eof();
    $talk->out('closed');
    $talk->connect()->send("PUT /put HTTP/1.1\r\nHo")->send("st: localhost\r\n")->send("\r\n")->eof();
    $talk->out('closed');
};
