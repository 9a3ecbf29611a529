<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->ws()->shutdown()->eof();
    $talk->out('closed');
    $talk->ws()->drop();
    $talk->out('closed');
    $talk->ws()->text('before')->reset();
    $talk->out('closed');
    $talk->ws()->frame(WsClient::TEXT, 'half', ['length' => 10])->shutdown()->eof();
    $talk->out('closed');
    $talk->ws()->frame(WsClient::TEXT, 'unfinished', ['fin' => false])->shutdown()->eof();
    $talk->out('closed');
    $talk->connect()->send("GET / HTTP/1.1\r\nHost: loc")->shutdown()->eof();
    $talk->connect()->shutdown()->eof();
    $talk->connect()->send("GET / HTTP/1.1\r\n")->reset();
    $talk->ws()->text('last')->close()->eof();
    $talk->out('message last', 'closed');
};
