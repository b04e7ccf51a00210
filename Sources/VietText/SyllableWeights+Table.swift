extension SyllableWeights {
  /// Made by Scripts/syllable_weights.py.
  static let table = """
    20 có của và
    19 cho các công không là người quan quy theo trong tại với điều được định
    18 bảo bị bộ chính chức cơ cấp dân dụng gia hiện hành hội hợp khi luật lý một nam ngày nhà nhân nhận
    18 những này năm nước pháp phải quyết quyền quốc sau sản số sự thành thông thời thực trung trên trường
    18 tài tư tổ từ việc vào về vụ đã đầu đến để đối đồng động ở
    17 an ban báo bản cao chi chỉ chủ chứng cáo cũng cầu do doanh dịch dự giao giá giải hiệu hoạt hoặc hàng
    17 hình hóa hạn học hồ khai khoản khu khác kinh kiểm ký kết liên liệu làm lượng lại lập lực mỹ nghiệp
    17 nghị ngoài nhiều nhiệm như nhất nội phát phòng phương phạm quân quản ra sinh sơ sẽ sở sử thi thu
    17 thuộc tháng thì thẩm thể thống thủ tin tiếp tiền toàn tra trách trình trước trưởng tác tế tỉnh tổng
    17 tự vi viên việt văn vị xuất xã án ông điểm điện đó đơn đường đại đất đề địa đổi độ ủy
    16 a anh bao bay biên biết biển biểu bà bán bên bình bất bắt bằng bệnh bố bổ chiến chuyên chuyển chuẩn
    16 chí chúng chưa chương chấp chất chế con cung cuộc cá cách còn cùng căn cả cảnh cần cộng cục cứ cứu
    16 danh diễn diện dung dẫn dựng gian giám giáo giấy giới giữ giữa gồm hai hiểm hoàn hoạch hà hòa hơn
    16 hướng hải hệ họ hộ hữu khoa khách khẩu kiến kiện kế kể kỳ kỹ lao loại lãnh lên lưu lần lớn lợi minh
    16 mua mà máy mình mẫu mặt mới mục mức nay nghĩa nghệ nguyên nguyễn nguồn ngành ngân nhiên nhưng nhập
    16 nào nên nói năng nơi nếu nộp phân phép phí phạt phần phẩm phố phụ phục phủ qua quá quả rất rằng sách
    16 sát sĩ tham thanh thay thiết thuận thuật thuế thương thường thế thị thứ thức tiên tiêu tiến toán
    16 trang triển truyền trí trả trị trọng trở trợ trực tuổi ty tàu tâm tên tình tích tính tôi tăng tượng
    16 tạo tập tịch tố tới tục tử viện vì vấn vẫn vận vật vệ vực xe xác xây xét xử y yêu áp ý đang đi đoàn
    16 đánh đây đình đông đăng đưa đạo đảm đảng đặc đội đủ ảnh ứng
    15 ba binh biến biện biệt buộc bàn bí bạn bầu bắc bỏ bồi bởi chia chung châu chỉnh chịu chọn chống chữa
    15 cuối cán cô cư cảm cố cổ cụ cử cửa di du duyệt dài dùng dương dưới dục dữ em ghi giúp giả giảm giờ
    15 gây gì gần gặp gọi gửi hay hoa hoàng huy huyện hôm hưởng hạ hại hậu hết họp hồi hỗ khiến khoán khoảng
    15 khí khó khả kim kèm kỷ luận lúc lĩnh lương lấy lễ lệ lệnh lịch lời lục lửa mang muốn mô môi môn mại
    15 mạng mạnh mất mẹ mỗi mở nga ngay nghiên nghiệm nghề ngoại nhau nhóm nhật nhằm ninh nông nạn nữ phiếu
    15 phong phê phía phó phù phường phản phối quảng quỹ rõ sao soát sung sáng sân sơn sư sống sức sửa ta
    15 tai tay thuê thuốc thác thái thân thêm thư thấy thỏa thủy tiếng tiết tiện tranh triều triệu trái trì
    15 trú trạng trần trận trẻ trừ tuy tuyên tuyến tuyển tây tìm tín tòa tương tướng tạm tải tấn tầng tối
    15 tốt tội tờ từng tỷ vùng vũ vậy vốn vừa xem xảy yếu ăn đa đoạn đào đáp đóng đô đúng đạt đảo đấu đầy
    15 đặt đều đốc độc đức ương
    14 ai bang bài bác bãi bé bóng bước bảng bức ca can cha chiếc chiếm chiếu chiều chuyến chuyện cháy chân
    14 chú chơi chạy chấm chết chị chồng chữ càng cái câu cây cường cạnh cải cảng cấm cấu cận cập cực duy
    14 dành dù dưỡng dược dạng dấu dầu dứt e giai giam giang giống gái góp gắn gốc hiểu hiệp hàn hãng hôn
    14 hương hạng hạt hằng hỏi hồng hủy i khiếu kho khám khóa khăn khảo khắc khẳng khỏe khỏi khối khởi khủng
    14 kiếm kéo kê kích kịp lai lan linh liền long luôn lái lâm lâu lê lòng lược lạc lộ lớp lựa ma miền miễn
    14 màu mã mùa mật mặc mọi mối ngang nghi nghiêm nghỉ nguy ngôn ngọc ngờ ngữ nhanh nhiễm nhu nhánh nhìn
    14 nhượng nhạc nhỏ niên nuôi nâng nêu nó nại nằm nặng nền nối nổ nổi nợ nữa phi phim phiên phá phán
    14 phóng phú phúc phận phổ quang quán quý quận riêng rút rồi rộng rừng sai sang so song suất sông sắc
    14 sắp sắt sẻ sổ thao thiên thiếu thiểu thiện thiệt thoại thí thích thôn thúc thăm thưởng thượng thải
    14 thảo thấp thất thần thầu thập thật thắng thẻ thổ thừa thử tinh tiểu trai trao truy trò trương trấn
    14 trồng trụ trữ tuân tuần tái tân tô tôn tù túy tưởng tất tắc tốc tộc tức vai vay viết vàng vòng vô
    14 vương vượt vọng vợ xa xin xuyên xuân xuống xúc xếp yên á ánh áo âm âu ích ít ô đai đo đà đài đàm đàn
    14 đá đáng đích đương đẩy đẹp đồ đột đời đứng ưu ước ấn ấy
    13 bom buôn buổi bào bày bánh bão bù băng bưu bạc bạch bại bậc bắn bến bờ cai cam chu chào chánh cháu
    13 chóng chăm chăn chậm chắc chắn chẳng chặn chặt chối chỗ chờ chở chợ chụp chủng chứ chứa coi cánh cát
    13 cân căng cũ cương cước cưỡng cầm cắt cổng cựu da diệt dây dòng dõi dũng dư dạy dần dễ dọa dụ dừng dựa
    13 ga giành giác giáp gió giảng giết gói hiến huấn hy hài hàm hát hùng hút hưng hưu hầu họa hỏa hỏng hối
    13 in khen khiển khung khuyến khuyết khá khán kháng khánh khích khấu khẩn kiên kiểu kênh kêu kính kẻ
    13 kịch la liệt lo loan loài loạt luyện ly làng lào lá lãi lưới lượt lắp lẻ lối lỗi lộc mai may mong màn
    13 máu mưa mưu mắc mắt mềm mộ mời nghe nghiện nghèo nghĩ nguyện ngô ngôi ngăn ngũ ngược ngại ngầm ngắn
    13 ngồi ngừng nha nhiêu nhiệt nhãn nhĩ nhấn nhắc nhẹ nhớ nhờ niêm niệm nóng núi nắm nẵng nỗ phan phái
    13 pháo phút quanh quay quê quần ro rà ràng rơi rời rủi sa siêu suy suốt sàng sáp sâu sóc sóng súng sẵn
    13 sớm sứ tang thai the thiệu thoát thuyết thuyền thôi thù thú thăng thơ thậm thẳng thọ thụ tiêm tri
    13 trào tránh trích trúc trúng trăm trưng trại trạm trải trật trắng trốn trời trục tuấn tá tách tán tông
    13 tùy tĩnh tường tạp tả tầm tật tắt tặng tết tệ tỉ tỏ tồn tổn tụng u uy uống vinh viễn vong vua vui vài
    13 vân vé ví võ vĩnh vững xanh xung xâm xóa xô xăng xạ xấu xứ yết đau đe đen điển đua đám đâu đãi đêm
    13 đòi đón đôi đạn đẳng đế đỉnh địch đọc đỏ đổ đỗ đợt ổn ủng
    12 bia buồn bá bách bè bê bò bùi bạo bật bề bền bốc bối bốn bồ canh che chinh chép chênh chìm chùa chúa
    12 chúc chạm chảy chấn chẽ chốt chục cuốn cà cãi cơn cưới cướp cười cản cất cậu cặp cống cốt cột cờ cụm
    12 cứng dao de dinh duyên dàng dáng dâm dò dường dậy dịp dọc dỡ ghép ghế giàu gián giản giấu giọng gà
    12 gòn góc gương gấp gắng gọn gỗ gỡ ha hao hiếm hiếu hiển hoan hoang hong hoài hoãn hoảng hung huyền
    12 huân huế huống huỳnh hào hán hãy hè hơi hư hạch hạm hạnh hấp hầm hẹn hề hộp hứa khoáng khuôn khôi
    12 khúc khắp khống khổ kia kiêm kiều kiệm kém kín lam lang loạn luân luồng làn lành lãm lãng lính lô lúa
    12 lũ lường lạ lạnh lẫn lắng lẽ lệch lỗ lừa mái mâu mét mê móc món mũi mười mạc mạch mấy mầm mắn mẽ mệnh
    12 mỏ mốc mừng mực nai nghìn ngoái ngàn ngã ngư ngưỡng ngạch ngập ngụ ngủ ngừa nhi nhuận nhũng nhưỡng
    12 nhựa niềm non ném nửa pha phe phiến phước phật phỏng phức quen quà quỳnh ranh ruột rào rác rượu rắn
    12 rối san soạn su sài sàn sáu sót sạch sạn sắm sợ sỹ tam thang thiệp thua thuẫn thách thám thánh tháo
    12 tháp thép thước thạch thả thảm thầy thận thịnh thịt thờ thụy thửa tim tiềm tiễn to treo trinh trà
    12 tràn trùng trắc trịnh trộm trừng tu tung tuyệt tuệ tàn tàng tùng tú túc túi tước tảng tấm tần tận tọa
    12 tỏa tống tụ tứ un va ven vĩ vướng vườn vạn vắng vẻ vẽ vết vịnh vỡ xong xu xá xả xế ái ép úc đem đinh
    12 điền điệp đoán đoạt đuổi đâm đèn đê đôn đạc đập đậu đắc đặng đền đốt đồn đỡ đợi đứa ơn ẩn ống
    11 bi buýt buồng bàng bái bám bát bây bì bích bó bông bùng bút bơi bơm bạ bảy bế bếp bể bỉ bọc bội bột
    11 bớt bụi bụng bữa chai chim chiêu chiết chuyền chuỗi chàng chém chín chó chôn chút chẩn chừng co cài
    11 cáp côn cú cúng cúp cơm cạn cẩm cẩn cậy cắm cắp cọc cỏ cồn cỡ củng cửu cự diệu dàn dày dám dán dâng
    11 dâu dã dãy dính dĩ dải dập dắt dị dọn dốc dối dồn dội dời eo già giày giáng giây giường giận giật
    11 giỏi gom gác gánh gìn gò gạch gạo gợi hang heo hi hiếp hiền hoán hoại hoạn huynh huyết huệ hâm hò hòn
    11 hô hảo hẳn hẹp hồn hổ hỗn hụt hứng khiêu khoan khoang khoe khuyên khái khâu khê khóc khói khô khơi
    11 khải khổng kiệt kì kẹt kề leo liêm liêu liều lui láng lân lây lão lít lò lôi lùi lăng lũy lưng lưỡng
    11 lạm lạng lạp lạt lấn lấp lầm lầu lận lật lậu lắm lặng lặp lề lọc lọt lỏng lồ lồng lở lợn lụt lữ man
    11 mau mi miếng miệng mu muối muộn my mát mây mãi mãn mìn mòn móng mông mù mùi múa mũ mơ mươi mượn mạo
    11 mảnh mậu mặn mệt mổ na neo ngãi ngõ ngạc ngọn ngọt ngộ ngợi ngựa ngực nhan nhiễu nho nhã nhì nhơn
    11 nhạy nhảy nhầm nhẫn nhậm nhắm nhắn nàng nát nã não nét nô nút nạp nấu nắng nề nồng nỗi o oanh phu
    11 phùng phượng phấn phẫu phế quyên quyển quét quên rau ruộng rãi rèn răng rạch rạng rập rẻ rẽ rịa rửa
    11 sen suối sánh séc sút săn sạt sập sốc sốt sụp sữa tan tem tha than thoái thuần thâm thô thùng thùy
    11 thúy thạc thạnh thở thợ thục thự tiếc tiệc tiệm tre triết triệt truyện trân trâu tròn trôi trông trùm
    11 trăng trưa trượt trạch trầm trọ trọn trống trộn trứng tuyết tám táng táo tóc tóm tôm tươi tạ tẩy tắm
    11 tị tốn tủ ung van vang voi vành váy vây vũng vượng vạch vải vắc vẹn vỉa vỏ vời vở xi xinh xoay xóm
    11 xưa xưng xương xưởng xứng yến ác ám ân ôm ôn ùn úy đam đan đeo điệu đoan đáo đáy đính đòn đói đúc đĩa
    11 đạp đấy đầm đậm đắp đắt đằng đẻ đếm đệ đống đồi đới đứt đừng đựng ả ảo ấm ấp ẩm ốm ồn ổ
    10 am ao bin buông béo bìa bóc bón bùn bạt bấm bấy bẩn bận bệ bọn bỏng bồn bổng bỗng bộc cay chay chen
    10 chiêm chiểu chua chui chuông chuột chán châm chè chèo chéo chê chư chướng chặng chửi com cong còi cóc
    10 cúc cược cẩu cốc cối cởi củ diên diễu diệm diệp doãn dép dông dạ dấy dậu dặm dẹp dệt dịu dỗ dở gan
    10 gay ghen giàn giãn giêng giấc giếng giềng giục gã gãy gũi gấu gắt gối gốm gục ho hoành hái hân hãi
    10 hãm hãn hé hét hóc hôi hước hận hắn hẻm hố hở im kem khan khang khanh khe khiêm khiếp khoai khoanh
    10 khoác khoảnh khuê khuất khuẩn khát khéo khép khía khương khốc khớp khứ kiềm kè kép kíp kĩ kỉ kỵ le li
    10 liễu loa lát lí lông lõi lùng lún lăm lăn lũng lưỡi lắc lặn lốc lộn lột lỡ lứa manh mao men miêu miếu
    10 màng mày mác mèo mép mì mùng măng mường mạ mạn mảng mẫn mẻ mến mọc mỏi mỏng mồ mồi mộc mộng mờ mỡ
    10 nghiêng nghênh ngoan ngon nguyệt ngài ngào ngón ngơi ngưng ngẫu ngắm ngặt ngọ ngột ngụy ngự nhiếp
    10 nhung nhàng nhé nhí nhôm nhường nhạt nhậu nhị nhịp nhọn nhở nhục no nén nòng nương nướng nạo nảy nấm
    10 nếp nộ nở nụ nứt oan ong pa phanh phao phiền phun phà phô phôi phơi phẳng phổi phụng pin qui quyến
    10 quái quát quãng quạt quấy quật quế quỳ quỷ ray ri rung ráp rã rét rò ròng răn rũ rạp rải rắc rằm rể
    10 rỉ rồng rộn rỡ rủ rực say soi son sun sâm sét sôi súc sưu sương sườn sợi sụt thiêm thiêu thoáng thoải
    10 thoảng thung thói thơm thưa thạo thấm thấu thầm thắc thắn thắt thềm thỉnh thổi thới tia toa tràng
    10 tráng trù trễ trọt trội tum tuất tê tím túng tơ tạc tạng tẩu tặc tịnh tồi tựa tựu uyên viêm viếng vu
    10 vuông vy ván vét vóc văng vươn vả vấp vất vội vớt vợt vứt xao xen xà xách xát xí xích xít xót xôn
    10 xông xướng xỉ xổ ào ê út điên điêu điếu đun đuôi đuối đàng đán đè đèo đùa đũa đắm đắn đệm đọng đớn
    10 đụng ưa ươm ốc ức
    9 ben biếu bo bong boong bung bành báu bèn bén bênh bính bóp bôi búa bún búp băn bưởi bẫy bắp bẻ bỉnh
    9 bịt bồng bới bửu bực chan chanh chiên choi choáng chuối chuồng chuộc chuộng cháo chèn chì chìa chót
    9 chùm chăng chưng chưởng chạp chả chật chậu chọc chọi chốn chớp cua cuồng cuộn càn cành cày cám cò côi
    9 cõi cù cúi cưa cưng cấy cắn cọ cồng cỗ cộ cớ cừ cữu dang day diêm diều diễm dong duẩn duệ dào dê dì
    9 dưa dưng dại dạn dạo dạt dầm dẫu dặn dẻo dồi dừa gai gam gang ghe ghé ghét gieo giã giơ giằng giặc
    9 giặt giọt giỗ go gót gõ gươm gạt gầm gậy gặt gộp ham han hen hiên hoi hoằng hun héc hòm húc hăng hường
    9 hắc hệt họng hốt hổng hợi hủ ia keo kha khao khinh khiếm khiết khoái khoát khoăn khuya khuynh khâm
    9 khôn khỉ khỏa khốn khử ki kiêu kiếp kìm kí kẹo kẹp kẽ kẽm kệ lanh lau lay lu lung lách lánh lén léo
    9 lót lùm lơ lư lướt lượn lạch lầy lẩn lẫy lậy lốp lội lộng lờ lụa lụy lựu lỵ me min miên miến miện moóc
    9 muôn muỗi mài má mâm mãnh mía mít mò mương mập mắm mắng mịn nan nang ngai nghiệt nghẽn nghịch ngoạn
    9 ngoặt ngu nguội ngà ngàng ngâm ngòi ngói ngạn ngạt ngất ngần ngỏ ngỡ ngục nhai nham nhuệ nhàn nhát
    9 nhược nhặt nhọc nhốt ni nung nuối nuốt nà nàn náo nâu né nóc nón nôm nôn nơ nạ nấy nắp nể nốt nồi nới
    9 oai on phiêu phiện phiệt phàn phác phách phì phím phông phả phẫn phồn phở pu quách quất quầy quặng rai
    9 ram rang rao ron rong rách ráo râu rãnh rùa rơ rước rưỡi rạn rẫy rễ rệt rốt rổ rỗi rộ rớt rụi sam se
    9 si sim siết soái suýt sà sào sòng sùng sướng sạc sảnh sấu sầm sầu sếp sọ sỏi sờ sỡ sừng tao ten then
    9 thiêng thiền thiều tho thoa thuyên thuột thuở thâu thê thính thóc thản thắm thắp thằng thề thệ thối
    9 thốt thủng ti tiệp tom tro truất tràm trán trâm trãi trèo trêu trói trút trăn trơn trướng trặc trệ
    9 trỗi trụy tuyền tuồng tà tào tát tò tòng tý tưới tản tảo tấp tấu tẻ tề tệp tỉa tụt tỵ uông uốn ve viền
    9 von vá vác vách vã vãn vía vòi vòm vôi võng vùi vú vẫy vặt vịt vọt vỗ vữa vỹ xiêm xoa xoài xoáy xoắn
    9 xuyến xuôi xuồng xài xám xáo xé xê xì xói xôi xùm xúi xăm xơ xảo xấp xẻ xịt yểm à ách êm óc úng úp đao
    9 điềm đu đành đày đò đùi đạm đả đấm đẫm đắng đặn đốn đục đực ơi ư ưng ướt ạt ấu ẩu ập ốp ồ ớt ủi ứ
    8 bai be biếm biền bon bu buồm by bàu báng bã bèo bít bô bú bơ bướm bướu bầm bần bầy bẩm bẩy bậy bẹp bỉm
    8 bịa bịch bọ bọt bổn bục bứt bừa bừng cang cau chang chao chiêng chà chài chàm chày chén chích chòi
    8 chói chông chước chải chảnh chảo chầu chập chắp chằng chệch chốc chổi chợt chững cu cuông cuốc cuống
    8 cào còng cúm cút căm cưỡi cạo cạp cấn cồ cội cụt củi cừu dai dan don dè dôi dăm dĩnh dũ dơi dượng dằn
    8 dột dứa dực gao ghê gi gioan giàng giò giòn gióng giông giầy giẽ giỏ giồng gu gàng gào gán gáy gân gôn
    8 găng gầy gập gật gỉ gởi hanh him hinh huyên huyệt háo hèn hít hòng hông hùm hươu hạc hạo hả hấn hất
    8 hấu hắt hẻo hốc hới hờ hời hức khoét khuấy khuếch khét khóm khăng khấn khắt khế khố kiêng kiệu kèo két
    8 kình kền kềnh len lim liu liêng lon luyến luộc lán lã lì lìa líu lóc lùn lúng lười lượm lạy lằn lẻo
    8 lều lọ lợp lức lừng lửng miu miệt mui mào máng mân mão méo mí múc múi mĩ mướn mạt mải mấu mầu mẩu mận
    8 mễ mỉ mỉm mịch mố mốt mồm mồng mỗ mụn mỳ nem ngao nghiền nghé nghẹn nghẹt nguyền ngách ngán ngáo ngây
    8 ngó ngóng ngơ ngưu ngươi ngạo ngả ngẫm ngậm ngắt ngốc ngổn ngủi ngửa nhang nhoáng nhuyễn nhuộm nhào
    8 nhái nhâm nhét nhô nhúng nhăn nhũ nhạ nhả nhấp nhện nhỉ nhịn nhọ nhồi nhổ nhộn nhủ nhức nhựt nom nành
    8 náu nôi năn nạt nản nấc nấp nần nậm nập nắn nặc nẹp nến nỉ nọ nức oán pen phai phen pho phình phích
    8 phò phỉ phồng phớt pi pô quai que quây quýt quấn quỵ ren reo ria roi ru run ruồi rán rê rìa rót rô rôn
    8 rông rơm rượt rảnh rầm rậm rốn rồ rỗng rụng sanh seo sum suôn sàm sành sá sán sáo sê síp sò sói sô súp
    8 sưng sạp sảng sấm sấy sẹo sỉ sục sửu te thiếp thiểm thoi thon thy thà thán thèm thêu thìn thòi thặng
    8 thỏ thỏi thốn thớt thừng tiếu toan toát toản trau triền trá trác tráo trát trót trũng trơ trảng trầu
    8 trọc trổ trứ tua tui tuông tày té tí tít tăm tưng tạt tẩm tể tễ tỏi tốp tớ tụi tụy tủy tỳ uyển uất vun
    8 vung vuốt vàm vàn váng vát vãi vãng vò vơ vạ vạt vần vắt vẹt vệt vờ vụn vựng xay xiếc xiết xua xy xào
    8 xước xắn xỉn xỉu xốp xộn yếm áng át ôi ăng điếm điểu đoái đéc đúp đản đấng đẩu đậy đọ đố đổng ơ ướp ạ
    8 ải ất ầm ế ếch ỏi ủ ỷ
    7 au banh bim biếng bân bêu bói bôn bùa băm bưng bả bảnh bấp bốt bộn bời bở bợ bủa bứa cheng chin chiền
    7 chiềng choe chong choàng chun chuồn chát chíp chít chòm chóc chóp chùi chĩa chơn chần chắt chẵn chẻ
    7 chỉn chịt chồn chội chớ chừ chử chửng cui cuội cáng cáu câm cõng cơi cạy cảo cằm cằn cẳng cặn cọp cỏi
    7 cốm cốp cộm cợt cứa diêu diệc duật dát dãi dìm dìu dí dôn dùi dơ dấn dẫm dật dẳng dẹt dỏm en ganh
    7 ghềnh gianh gio giun giãi giê giăng giương giẫm giẻ giễu giời giở gài gành góa gô gù găm gượng gạ gạc
    7 gả gảy gấm gầu gắm gắp gặm gọt gồ gồng gội gớm gờ gờm gừng he hiềm hoay hon hoắc hui há hách hâu hãnh
    7 hòe hóm hú hăm hũ hẫng hằn hến hễ hỉnh hộc hột hớn hờn hụi hựu hỷ ke ken kham khay khiên khiêng khoắn
    7 khuy khuỷu khít khăm khước khảm khảng khẽ kiển kiểng kèn kén kị lin liềm liễn liệm loang loay loãng
    7 loét luông luồn lài lác lãn lèn lép lênh lóng lõa lõm lút lươn lả lẩu lẫm lẳng lặc lẻn lị lố lồi lợ lự
    7 meng mia miễu mo mun muỗng muội mách mè mênh mích mó mút mướt mượt mả mẩn mẹo mỉa mị mịt mọt mống mớ
    7 mủ mứt nao ngan nghiễm nghè nghén nghê ngo ngoãn ngoặc nguôi ngát ngông ngùi ngùn ngùng ngút ngấm ngầu
    7 ngẩn ngỗng ngớ ngớt ngời ngợp ngụt ngứa ngừ ngửi nhuần nhàm nhá nhác nhám nháo nháp nháy nhích nhóc
    7 nhõm nhún nhạn nhạo nhảm nhấc nhằn nhẹn nhếch nhỉnh nhối nhổn nhớt nhờn nhỡ nhữ nin niu niệu noi nong
    7 noãn ny ná nách nê nêm nín níu nùng núp nưa nếm nện nọc nỏ nộm nứa nực oa oi om oánh pan pham phui
    7 phum phàm phào phèn phúng phượt phạn phất phẩy phết phốt po quyện quyệt quáng quí quăng quẩn quậy quặc
    7 quẹt ran re riết riềng rành ráng rát râm rèm rêu rình rìu rùng rúng rúp rưng rườm rạ rạc rầu rầy rặng
    7 rọ rợ rợn rủa sin siu som soán suông são sú súy sưa sưởi sải sảo sảy sấp sẩy sẫm sắn sặc sến sọc sồi
    7 sộ sớ sới sởi sủa sủng sửng sững teo thau thiếc thoạt thun thuấn thét thìa thò thảy thẳm thẹn thỏm
    7 thụt tiệt tong toại tran tray tru trám tróc trĩ trượng trạc trầy trệt trỏ trồ trớ trợn trụi trừu tuýp
    7 tuế tuồn tuộc tuột tàm tánh táp tâu tã tèo téc tì tía tòi tóe tót túm tơi tấc tầu tậu tắn tằm tột tời
    7 tởm tợn tủa tủi tửu um uẩn uế vin viêng vo voọc vánh vâng vén vênh vít vơi vạc vảy vắn vằn vặn vế vỏn
    7 vồ vớ vụng vụt vựa xiên xiển xo xoan xui xén xéo xíu xòe xóc xù xẻo xới xở én ì òa ó ói đanh đong đoài
    7 đuốc đuống đái đát đãng đóa đùn đùng đút đĩnh đước đạ đẫy đẽ đẽo đỉa đốm đỗi độn ĩ ảm ắng ắt ỉ ố ốt ổi
    7 ụ
    6 ang beng biếc bua bum bun bét búi búng bươn bường bặm bặt bẽ bết bềnh bịp bống bớ bỡ bụt chau chiu
    6 choang chon choòng choạng chum chuốc chuốt chác chây chãi chình chôm chùn chùng chơ chạc chạnh chấu
    6 chầm chằm chếch chồi chột chớm chừa chực cuồn cuỗm cói cóp cùi cùm cún cưu cầy cật cọng cỗi cộc cữ dem
    6 den din diết doan duỗi dà dãn dó dúm dĩa dượt dấp dầy dặt dẻ dế dề dền dốt dỗi dụm eng ghim ghẹo ghẻ
    6 ghề gioăng giuộc gièm giùm giũa giấm giếm giỡn gun guy guốc guồng gá gáo gáp gẫm gẫy gặng gọng gỏi gổ
    6 heng hiu hoe hoen hu hua huê huề hàu hám héo hê hênh hí hích hói hóng hót hù hùa húng húy hạp hẹ hỉ
    6 hịch hống hổi hớ hớt hởi hỡi hợt hừng hững hực inh iu khuông kháu khóe khùng khơ khất khỉnh khờ kiết
    6 kiền ky kìa kẻo kếch kỉnh lem lia liếc liếm liếng loi loát luy luyn luẩn luống láo láy lèo lình líp ló
    6 lôn lõng lùa lơi lạn lảng lấm lẹ lẽo lềnh lỉnh lịm lọi lọng lỏi lốt lụi lừ lỳ miết moi mon muống muồi
    6 mành mánh mãng mé mói móp mõm mùn mú mún mướp mần mền mọng mỏm mớn mụ mửa ne nghinh nghiêu nghiến
    6 nghêu nghĩnh ngoa ngoai ngung ngác ngáy ngò ngóc ngót ngưởng ngượng ngải ngấn ngẩm ngẩng ngọa ngốn
    6 ngợm nhen nheo nhuế nhuốm nhành nhàu nhãng nhím nhòa nhòe nhòm nhói nhót nhút nhăng nhơ nhại nhảnh
    6 nhấm nhầy nhẩm nhẵn nhặn nhẹt nhẽ nhẽo nhợt nhứt nia nu nuông nuột nài nái nán nãy nép nít nòi nơm nạc
    6 nạng nải nấng nậu nặn nẻ nẻo nết nệm nịnh nộn nớp nớt nỡ nựng oái pay phay phiếm phom phung phuy phuộc
    6 phàng phèo phìn phăng phũ phễu phộng phụt pia pác pênh pôn pơ quynh quàn quàng quýnh quạ quầng quẩy
    6 quẫn quẻ quệ quệt quỵt rem rim rinh roe rom ruổi rái rè rì rí rít ròi rôm rú răm rả rẩy rết rền rịch
    6 rọi rục rụt rựa siêng soài soạng suyễn sái sám sãi sên sìn sình sính sít sùi săm sạ sả sần sậy sắng
    6 sệt sỏ sứa sứt tanh thia thinh thiu thiến thiển thong thoắt thui thào thình thít thóa thóp thót thúng
    6 thơi thảnh thẫm thằn thỉu thọc thố thổn tiếm tiều tiễu toang ton toác toái toạc triện tron trê trìu
    6 tròng trôm trĩu trư trảm trẫm trẻo trề trịch trồi tuôn tuýt tuốc tành tè tép tét tùm tĩu tộ voa vái vè
    6 véo vê vích víu vó vông vút vượn vầng vầy vẩn vẩy vẹo vỉ vồng vừ vừng xang xiêu xiềng xoang xoăn xuýt
    6 xuể xáng xâu xèo xép xín xúm xúy xẩm xắt xẻng xệ xịn xỏ xối yêm yểu éo í óng ù ùa ú đay điếc đoòng
    6 đoản đác đáu đênh đùm đơ đượm đần đận đằm đềm đểu đọa đốp đờ đờn ạch ắc ắp ẵm ị ối ổng ờ ừ
    5 beo boa bui buy buốt buột báp bòn bôm bõ bõm bĩnh bươu bướng bấc bấn bẫm bập bẵng bặc bẹ bện bệt bỉu
    5 bịu bọng bờm bụ bủn bứng bự cham cheo chiếng choán chuôi chét chò chúi chũ chường chề chỏ chỏng chồm
    5 chộp chới chởm chợp chụm chứt chửa cun cóng cót cũi cườm cạch cạm cặm cổn cộp cụi cụp cựa dia diếm
    5 diềm diểu doe doi dom duyện dy dái dòm dõng dùm dúi dũa dạm dả dấm dậm dận dằng dặc dửng dữu gau ghém
    5 ghì gien gin giong giáy giãy giũ giảo giậm giập giặm giụa goa gon gong gàu gãi gí gôm gùi gút gạn gấc
    5 gẩy gộc gột gợn hin hom hoóc huyến huýt huổi hác háng hên hì hòi hùn húp hĩnh hơ hậm hục hủa hủi hử
    5 hửng keng khau khem kheo khiễng khom khon khoải khua khui khuyển khuân khuây khàn kháo khèn khêu khò
    5 khư khản khấm khập khứu kiếng kiềng ké kít kềm kịt leng liễm liệp loanh loong loáng loạng loẹt lâng
    5 lèng lé lém lêu lìm lòa lòe lòi lóa lóe lù lườn lạo lải lẩm lắt lẵng lặt lết lọn lổ lới lởm lợm lụng
    5 lụp lủi lủng lứt mim miều moong muốt mán máo mèn mõ mĩm mũm mơn mảy mẫm mếu mề mọn mớm mợ mỵ nanh
    5 nghiễn nghếch nghịt ngoi ngoạm ngoảnh ngái ngáng ngáp ngòm ngõa ngăm ngước ngạnh ngấp ngấy ngậy ngọng
    5 ngố ngổ ngụm ngụp nhe nhiếc nhoi nhoài nhum nhài nhão nhè nhèm nhép nhíp nhó nhú nhúc nhăm nhương nhản
    5 nhắng nhằng nhẹm nhọt nhốn nhộng nhụt nhụy nhừ nhử niêu niết niềng noam noong nua nám náy nâm nè néo
    5 nõn núc núm núng nũng nưng nườm nượp nạm nầy nẩy nẫm nằng nặm nẹt nệ nịch nịu nữu oăm oải oằn pang
    5 panh pao pe peng phang phia phin phên phùn phăn phơ phơn phảng phập phến phệ phổng phộc phới phờ phủi
    5 pong pà pá páo pê pích pù pú pắc quao quánh quèn quĩ quại quắm quắt quằn quẳng quẹo rin riêu rua rui
    5 rum ruy ruốc ruồng rám rây réo rên rói rón rươi rưới rường rưởi rảo rần rắm rắp rằn rệu rỉnh rọc rọt
    5 rỏi rốc rộp rớm rởm rợp rủng rứa rứt rữa seng sui sác sém sũng sượt sạm sậm sặt sếu sọt sộp sụn sủ sủi
    5 thiềm thoai thoan thom thoán thuy thuân thuôn thàng thày thát thây thãi thênh thía thím thòng thùa
    5 thướt thảng thẩn thẫn thết thỉ thốc thồ thớ thủa tiêng tiển toanh toe triêng trum truân truông truật
    5 truồng trành tráp trườn trạo trấu trẩy trắm trẽn trịa trọi trối tun tuẫn tuốt táu tâng típ tó tóp túp
    5 tút tăn tươm tưởi tạnh tấy tắp tằng tếu tịt tồng tớp ua ui uể uổng vanh veo via viển voan vuột vèo véc
    5 vót vù vược vại vạng vạy vảng vấy vịn vối vờn vức xiêng xoong xuyền xuẩn xuề xán xém xình xòa xó xõa
    5 xú xơi xược xảm xấc xẩy xậm xập xắc xẹp xẹt xỉa xốc xốt xồng xộc xụp xức áy ém úa điếng đoa đom đìa
    5 đìu đóm đăm đơm đười đảnh đớp đờm đụn đủi ươi ưởng ớn ứa ỳ
    4 biều bạng bấu chái chườm chỏm cạc dam dạc giầu goòng gẫu huyễn khum khấp khựng kẻng liếp lói lú lúm lể
    4 lổng mòi mạp ngoằn ngộp nhem nhố nướu nịt oem quạnh quở rượi rạo thếp thủi toi treng trớn vồn yển đon
    4 đẵng địu đọi
    """
}
