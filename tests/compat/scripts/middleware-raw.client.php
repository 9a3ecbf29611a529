<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->text('hello')->frames()->frame(WsClient::TEXT, 'two ', ['fin' => false])->frame(0, 'parts')->frames()->close()->eof();
    $talk->out('bytes');
    $talk->connect()->send("GARBAGE\r\n\r\n")->eof();
    $talk->out('bytes');
    $talk->connect()->drop();
    $talk->out('after 0 bytes');
};
