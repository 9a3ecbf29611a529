<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $a = $talk->ws()->frames();
    $a->binary("\x80\x81abc")->frames(2)->text('grüße')->frames(2)->binary('')->frames(2)->text('')->frames(2);
    $a->frame(WsClient::BINARY, 'one', ['fin' => false])->frame(0, 'two', ['fin' => false])->frame(0, 'three')->frames(4);
    $a->frame(WsClient::TEXT, 'gr', ['fin' => false])->ping('between')->frame(0, "\xc3", ['fin' => false])->frame(0, "\xbc", ['fin' => false])
        ->frame(0, '')->frames(6);
    $a->binary(str_repeat("\0", 70000))->frames(2)->close()->eof();
    $talk->out('closed');
};
